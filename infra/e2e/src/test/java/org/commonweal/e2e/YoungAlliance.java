package org.commonweal.e2e;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.commonweal.local.ClientIds;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.commonweal.local.demo.DemoAlliance.LoginProvider;

/**
 * How an alliance of three firms begins: founded, enrolled, people invited, who join themselves.
 */
final class YoungAlliance {

    private final UUID alliance = ClientIds.next();
    private final Map<String, UUID> firms = new TreeMap<>();
    private final Map<String, UUID> invitations = new TreeMap<>();

    String at(String path) {
        return "/api/alliances/" + alliance + path;
    }

    /** Of a firm that founded or is enrolled, by its slug. */
    UUID firm(String slug) {
        return Objects.requireNonNull(firms.get(slug), slug);
    }

    void found(Member founder) {
        var organization = organization(founder.firm());
        organization.put(
                "id", firms.computeIfAbsent(founder.firm().slug(), slug -> ClientIds.next()));
        founder.get("/api/me");
        founder.put(
                at(""),
                alliance,
                Map.of(
                        "name",
                        "Three firms",
                        "slug",
                        "three-firms-" + alliance.toString().substring(24),
                        "timeZone",
                        "Europe/Vienna",
                        "acknowledgementLimit",
                        "P3D",
                        "charter",
                        Map.of(
                                "quorumPerMillion", 500_000,
                                "thresholdPerMillion", 500_001,
                                "ballotMinimum", "PT4S"),
                        "organization",
                        organization));
    }

    private static Map<String, Object> organization(Firm firm) {
        var body = new TreeMap<String, Object>();
        body.put("name", firm.name());
        body.put("shortName", firm.shortName());
        body.put("colour", firm.colour());
        body.put("mailDomains", firm.mailDomains());
        if (firm.login() != LoginProvider.PLATFORM) {
            body.put("identityProvider", firm.slug());
        }
        return body;
    }

    /** The firms of these people. */
    void enroll(Member founder, List<Member> people) {
        people.forEach(member -> enroll(founder, member.firm()));
    }

    void enroll(Member founder, DemoAlliance alliance) {
        alliance.firms().forEach(firm -> enroll(founder, firm));
    }

    private void enroll(Member founder, Firm firm) {
        var id = firms.computeIfAbsent(firm.slug(), slug -> ClientIds.next());
        var body = organization(firm);
        body.put("role", firm.role());
        founder.put(at("/organizations/" + id), id, body);
    }

    /** By name and with a reason. */
    void invite(Member founder, List<Member> people) {
        for (var person : people) {
            var id = invitations.computeIfAbsent(person.mail(), mail -> ClientIds.next());
            founder.put(
                    at("/invitations/" + id),
                    id,
                    Map.of(
                            "email", person.mail(),
                            "name", person.name(),
                            "organization", firms.get(person.firm().slug()),
                            "reason", reason(person),
                            "ask", "Answer one piece of work a week."));
        }
    }

    static String reason(Member person) {
        return person.name() + " knows what the three of us lack.";
    }

    void accept(Member person) {
        person.get("/api/me");
        person.put(
                at("/invitations/" + invitations.get(person.mail()) + "/acceptance"),
                ClientIds.next(),
                Map.of("ownInterest", "To see our work used by others."));
    }
}
