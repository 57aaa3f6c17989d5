package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.commonweal.local.ClientIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * What three firms decide is carried out once, although those who carry it out are away while it is
 * decided, and die with the relay and the broker while they do it (claims A11, C11, D20).
 */
@ExtendWith(Platform.Extension.class)
@Isolated
class EffectsUnderKillsTest {

    private static final Duration BALLOT = Duration.ofSeconds(30);

    private final Platform platform;
    private final Member founder;
    private final Member delegate;
    private final Member third;
    private final YoungAlliance alliance = new YoungAlliance();

    EffectsUnderKillsTest(Platform platform) {
        this.platform = platform;
        this.founder = Member.of(platform, "julian.thackeray@hartwell.example");
        this.delegate = Member.of(platform, "hanna.pfefferkorn@brandt.example");
        this.third = Member.of(platform, "elin.bergsaker@lindqvist.example");
    }

    @Test
    void what_is_decided_is_carried_out_once_whatever_is_killed_between_adoption_and_effect() {
        gather();
        var pool = pool();
        var admitted = ClientIds.next();
        var admission = proposed("ADMIT_ORGANIZATION", "admission", admission(admitted));
        var office =
                proposed(
                        "GIVE_OFFICE",
                        "person",
                        third.id(),
                        "office",
                        "CONVENER",
                        "until",
                        "2031-03-31");
        var paid = spending(pool, 300);
        var tooMuch = spending(pool, 800);
        var all = List.of(admission, office, paid, tooMuch);
        all.forEach(this::vote);
        try (var _ = platform.hold("membership");
                var _ = platform.hold("recognition")) {
            platform.kill("purpose");
            platform.kill("relay");
            // Nobody may read while standings are not known; the clock closes ballots all the same.
            Awaitility.await("the ballots close, and nobody is there to carry out what they say")
                    .atMost(Platform.PATIENCE)
                    .until(() -> adoptedAndWaiting(all) == all.size());
        }
        for (var part : List.of("membership", "recognition", "kafka", "relay", "membership")) {
            platform.kill(part);
        }
        Awaitility.await("all is carried out, or is not")
                .atMost(Platform.PATIENCE)
                .until(() -> all.stream().noneMatch(one -> execution(one).equals("PENDING")));
        assertThat(List.of(admission, office, paid).stream().map(this::execution))
                .containsOnly("DONE");
        assertThat(proposal(tooMuch).at("/execution/refusal").asString())
                .isEqualTo("pool-balance-too-low");
        eachOnce(pool, admitted, office, paid);
    }

    private void gather() {
        alliance.found(founder);
        alliance.enroll(founder, List.of(delegate, third));
        alliance.invite(founder, List.of(delegate, third));
        List.of(delegate, third).forEach(alliance::accept);
    }

    /** With a thousand in it, in cents. */
    private UUID pool() {
        var pool = ClientIds.next();
        var path = alliance.at("/pools/" + pool);
        founder.put(path, pool, Map.of("name", "Seed money", "currency", "EUR"));
        delegate.put(path + "/confirmation", ClientIds.next(), Map.of());
        var deposit = ClientIds.next();
        founder.put(path + "/deposits/" + deposit, deposit, Map.of("amountMinor", 1_000));
        delegate.put(path + "/deposits/" + deposit + "/confirmation", ClientIds.next(), Map.of());
        return pool;
    }

    private static Map<String, Object> admission(UUID firm) {
        return Map.of(
                "organization",
                firm,
                "name",
                "Nordahl & Partners",
                "shortName",
                "Nordahl",
                "mailDomains",
                List.of("nordahl.example"));
    }

    private UUID spending(UUID pool, int amount) {
        return proposed(
                "SPEND",
                "pool",
                pool,
                "amountMinor",
                amount,
                "currency",
                "EUR",
                "organization",
                alliance.firm(delegate.firm().slug()));
    }

    /** An order with its parts, by name. */
    private UUID proposed(String kind, Object... parts) {
        var order = new java.util.TreeMap<String, Object>();
        order.put("title", kind);
        order.put("kind", kind);
        order.put("reason", "All three of us have talked about it.");
        for (var i = 0; i < parts.length; i += 2) {
            order.put(String.valueOf(parts[i]), parts[i + 1]);
        }
        var proposal = ClientIds.next();
        alliance.propose(founder, proposal, BALLOT, "order", order);
        return proposal;
    }

    private void vote(UUID proposal) {
        List.of(founder, delegate, third).forEach(voter -> alliance.vote(voter, proposal, "YES"));
    }

    private JsonNode proposal(UUID proposal) {
        return founder.get(alliance.at("/proposals/" + proposal));
    }

    private long adoptedAndWaiting(List<UUID> proposals) throws SQLException {
        return platform.count(
                """
                purpose.proposal b JOIN purpose.execution x
                  ON x.alliance_id = b.alliance_id AND x.proposal_id = b.id
                WHERE b.state = 'ADOPTED' AND x.state = 'PENDING' AND b.id IN ('%s')\
                """
                        .formatted(
                                proposals.stream()
                                        .map(UUID::toString)
                                        .collect(Collectors.joining("', '"))));
    }

    private String execution(UUID proposal) {
        return proposal(proposal).at("/execution/state").asString();
    }

    private void eachOnce(UUID pool, UUID admitted, UUID office, UUID paid) {
        var path = alliance.at("/pools/" + pool);
        assertThat(founder.get(path).get("balanceMinor").asInt()).isEqualTo(700);
        var movements = founder.get(path + "/movements").get("items");
        assertThat(movements).hasSize(2);
        assertThat(movements.at("/0/decision").asString()).isEqualTo(paid.toString());
        assertThat(movements.at("/0/amountMinor").asInt()).isEqualTo(-300);
        assertThat(founder.get(alliance.at("/organizations/" + admitted)).get("name").asString())
                .isEqualTo("Nordahl & Partners");
        var offices = founder.get(alliance.at("/offices?past=true")).get("items");
        assertThat(offices).hasSize(1);
        assertThat(offices.at("/0/id").asString()).isEqualTo(office.toString());
        third.put(alliance.at("/offices/" + office + "/acceptance"), ClientIds.next(), Map.of());
        assertThat(founder.get(alliance.at("/offices")).at("/items/0/state").asString())
                .isEqualTo("HELD");
    }
}
