package org.commonweal.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.commonweal.local.ClientIds;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.commonweal.local.demo.DemoAlliance.LoginProvider;
import tools.jackson.databind.JsonNode;

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
        founder.put(at(""), alliance, founding(founder));
    }

    /** For another purpose than that of the alliance where it was prepared. */
    void foundFrom(Member founder, YoungAlliance parent, UUID fork) {
        var body = founding(founder);
        body.put("fork", Map.of("alliance", parent.alliance, "id", fork));
        founder.put(at(""), alliance, body);
    }

    private Map<String, Object> founding(Member founder) {
        var organization = organization(founder.firm());
        organization.put(
                "id", firms.computeIfAbsent(founder.firm().slug(), slug -> ClientIds.next()));
        founder.get("/api/me");
        var body = new TreeMap<String, Object>();
        body.put("name", "Three firms");
        body.put("slug", "three-firms-" + alliance.toString().substring(24));
        body.put("timeZone", "Europe/Vienna");
        body.put("acknowledgementLimit", "P3D");
        body.put("sponsor", founder.firm().role().equals("SPONSOR"));
        body.put(
                "charter",
                Map.of(
                        "quorumPerMillion", 500_000,
                        "thresholdPerMillion", 500_001,
                        "ballotMinimum", "PT4S"));
        body.put("organization", organization);
        return body;
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

    /** The ids of all who belong. */
    List<String> people(Member reader) {
        return reader.get(at("/people"))
                .get("items")
                .valueStream()
                .map(person -> person.get("id").asString())
                .toList();
    }

    /** A purpose that lacks nothing, for a ballot. */
    void draft(Member author, UUID draft) {
        author.put(
                at("/purpose/drafts/" + draft),
                draft,
                Map.of(
                        "title", "Three firms, one answer",
                        "statement", "We answer once what each of us is asked.",
                        "output", "A library of answers.",
                        "measure", "Answers used by another firm.",
                        "deadline", "2031-12-31",
                        "goal", "Ten answers."));
    }

    /**
     * Opens a ballot.
     *
     * @param kind what of a proposal it is, with the words for it
     */
    void propose(Member by, UUID proposal, Duration open, String kind, Object words) {
        by.put(
                at("/proposals/" + proposal),
                proposal,
                Map.of(kind, words, "closesAt", Instant.now().plus(open).toString()));
    }

    void vote(Member voter, UUID proposal, String choice) {
        voter.put(ballot(proposal), ClientIds.next(), Map.of("choice", choice));
    }

    String ballot(UUID proposal) {
        return at("/proposals/" + proposal + "/ballots/mine");
    }

    /** How the ballot ended. */
    JsonNode closed(Member reader, UUID proposal) {
        var path = at("/proposals/" + proposal);
        Awaitility.await("the ballot closes")
                .atMost(Platform.PATIENCE)
                .until(() -> !reader.get(path).get("state").asString().equals("OPEN"));
        return reader.get(path);
    }

    UUID goal(Member owner) {
        var goal = ClientIds.next();
        owner.put(
                at("/goals/" + goal),
                goal,
                Map.of(
                        "title", "Ten answers that others use",
                        "unit", "answers",
                        "baseline", "0",
                        "target", "10",
                        "due", LocalDate.now(ZoneOffset.UTC).plusYears(1).toString(),
                        "owner", owner.id()));
        return goal;
    }
}
