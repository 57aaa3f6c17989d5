package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.Matter;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The firms change by which rules they decide, by those rules and in no other way. */
class RulebookJourneyTest extends PurposeTest {

    private static final String TITLE = "All firms must vote, a third of the votes is enough";

    private static final Map<String, Object> CHANGE =
            rules(
                    TITLE,
                    Map.of(
                            "quorumPerMillion", 1_000_000,
                            "thresholdPerMillion", 333_334,
                            "ballotMinimum", "PT5M"));

    /** Claim C11: the next decision uses the new rule; the old one keeps the old. */
    @Test
    void a_ballot_keeps_the_rulebook_under_which_it_opened_and_the_next_has_the_new_one() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var three = delegate(alliance);
        var old = draft(one);
        var change = ballot(member(alliance, two.organization()), "rules", CHANGE);
        changeIsShown(one, change);
        // Opened later, so that it closes after the change and is counted under the old rule.
        var before = id();
        put(one, "/proposals/" + before, proposal(old, Duration.ofMinutes(21)))
                .expectStatus()
                .isCreated();
        adopted(change, one, two);
        rulebook(three, change);

        vote(one, before, "YES").expectStatus().isOk();
        vote(two, before, "YES").expectStatus().isOk();
        closed(one, before, "ADOPTED");
        underRulebook(one, before, 1, 500_000, 666_666);

        var purpose = column(alliance, "SELECT id FROM purpose").getFirst();
        var after = id();
        var fiveMinutes = now().plus(Duration.ofMinutes(6)).toString();
        put(
                        one,
                        "/proposals/" + after,
                        Map.of(
                                "renewal",
                                renewal(UUID.fromString(purpose), "2028-01-31"),
                                "closesAt",
                                fiveMinutes))
                .expectStatus()
                .isCreated();
        vote(one, after, "YES").expectStatus().isOk();
        vote(two, after, "YES").expectStatus().isOk();
        closed(one, after, "NO_QUORUM");
        underRulebook(one, after, 2, 1_000_000, 333_334);

        var third = ballot(two, "renewal", renewal(UUID.fromString(purpose), "2028-02-29"));
        vote(one, third, "YES").expectStatus().isOk();
        vote(two, third, "NO").expectStatus().isOk();
        vote(three, third, "NO").expectStatus().isOk();
        closed(one, third, "ADOPTED");
        new JournaledFacts(this).fitTheirContracts(alliance, 9);
    }

    private void changeIsShown(Someone reader, UUID change) {
        get(reader, "/proposals/" + change)
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("CHANGE_RULES")
                .jsonPath("$.title")
                .isEqualTo(TITLE)
                .jsonPath("$.purpose")
                .isEmpty()
                .jsonPath("$.text")
                .isEmpty()
                .jsonPath("$.rulebookVersion")
                .isEqualTo(1)
                .jsonPath("$.rules.before.rules[0].quorumPerMillion")
                .isEqualTo(500_000)
                .jsonPath("$.rules.before.rules[0].thresholdPerMillion")
                .isEqualTo(666_666)
                .jsonPath("$.rules.before.rules[0].ballotMinimum")
                .isEqualTo("PT10M")
                .jsonPath("$.rules.after.rules[0].quorumPerMillion")
                .isEqualTo(1_000_000)
                .jsonPath("$.rules.after.rules[0].thresholdPerMillion")
                .isEqualTo(333_334)
                .jsonPath("$.rules.after.rules[0].ballotMinimum")
                .isEqualTo("PT5M")
                .jsonPath("$.rules.reason")
                .isEqualTo("Nobody is passed over");
        get(reader, "/rulebook").expectBody().jsonPath("$.inForce.version").isEqualTo(1);
    }

    private void rulebook(Someone reader, UUID change) {
        get(reader, "/rulebook")
                .expectBody()
                .jsonPath("$.inForce.version")
                .isEqualTo(2)
                .jsonPath("$.inForce.rules.rules[1].quorumPerMillion")
                .isEqualTo(1_000_000)
                .jsonPath("$.inForce.rules.rules[1].thresholdPerMillion")
                .isEqualTo(333_334)
                .jsonPath("$.inForce.rules.rules[1].ballotMinimum")
                .isEqualTo("PT5M")
                .jsonPath("$.inForce.title")
                .isEqualTo(TITLE)
                .jsonPath("$.inForce.reason")
                .isEqualTo("Nobody is passed over")
                .jsonPath("$.inForce.decision.proposal")
                .isEqualTo(change.toString())
                .jsonPath("$.inForce.decision.yes")
                .isEqualTo(2)
                .jsonPath("$.inForce.decision.electorate")
                .isEqualTo(3)
                .jsonPath("$.earlier.length()")
                .isEqualTo(1)
                .jsonPath("$.earlier[0].version")
                .isEqualTo(1)
                .jsonPath("$.earlier[0].decision")
                .isEmpty();
    }

    private void underRulebook(
            Someone reader, UUID proposal, int version, int quorum, int threshold) {
        get(reader, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.rulebookVersion")
                .isEqualTo(version)
                .jsonPath("$.rule.quorumPerMillion")
                .isEqualTo(quorum)
                .jsonPath("$.rule.thresholdPerMillion")
                .isEqualTo(threshold);
    }

    @Test
    void a_change_that_is_not_adopted_changes_nothing_and_a_part_leaves_the_rest() {
        var alliance = alliance();
        var one = delegate(alliance);
        var change = ballot(one, "rules", CHANGE);
        vote(one, change, "NO").expectStatus().isOk();
        closed(one, change, "REJECTED");
        assertThat(column(alliance, "SELECT version FROM rulebook")).containsExactly("1");
        var part = rule(Matter.RULES, Map.of("thresholdPerMillion", 500_000));
        adopted(ballot(one, "rules", part), one);
        get(one, "/rulebook")
                .expectBody()
                .jsonPath("$.inForce.rules.rules[1].quorumPerMillion")
                .isEqualTo(500_000)
                .jsonPath("$.inForce.rules.rules[1].thresholdPerMillion")
                .isEqualTo(500_000)
                .jsonPath("$.inForce.rules.rules[1].ballotMinimum")
                .isEqualTo("PT10M");
    }

    @Test
    void a_change_of_the_rulebook_that_cannot_be_is_refused() {
        var one = delegate(alliance());
        refused(
                propose(one, id(), "rules", with("quorumPerMillion", 500_000)),
                422,
                "rules-unchanged");
        refused(
                propose(one, id(), "rules", with("ballotMinimum", "P31D")),
                422,
                "rule-out-of-range");
        for (var unreadable :
                List.of(
                        with("quorumPerMillion", 0),
                        with("quorumPerMillion", 1_000_001),
                        with("thresholdPerMillion", 0),
                        with("ballotMinimum", "three days"),
                        with("title", " "),
                        with("reason", " "))) {
            refused(propose(one, id(), "rules", unreadable), 400, "not-readable");
        }
        for (var beyond :
                List.of(
                        gate("ACTIVE_PURPOSE", 2),
                        gate("FIRMS", 1_001),
                        thresholds(Map.of("wordingWindow", "PT59M")),
                        thresholds(Map.of("wordingWindow", "P61D")))) {
            refused(propose(one, id(), "rules", beyond), 422, "rule-out-of-range");
        }
        for (var unreadable :
                List.of(
                        gate("FIRMS", 0),
                        gate("MUTUAL_TIES", 1_000_001),
                        gate("NUMBER_OF_FIRMS", 3),
                        thresholds(Map.of("wordingWindow", "two days")))) {
            refused(propose(one, id(), "rules", unreadable), 400, "not-readable");
        }
        refused(propose(one, id(), "rules", gate("FIRMS", 2)), 422, "rules-unchanged");
        var open = ballot(one, "rules", CHANGE);
        refused(propose(one, id(), "rules", CHANGE), 409, "rules-already-proposed");
        adopted(open, one);
        ballot(one, "rules", with("quorumPerMillion", 250_000));
    }

    private static Map<String, Object> gate(String gate, int needed) {
        return thresholds(Map.of("gates", List.of(Map.of("gate", gate, "needed", needed))));
    }

    private static Map<String, Object> with(String field, Object value) {
        var change = new HashMap<String, Object>(rule(Matter.PURPOSE, Map.of()));
        if (change.containsKey(field)) {
            change.put(field, value);
            return change;
        }
        return rule(Matter.PURPOSE, Map.of(field, value));
    }

    @Test
    void two_changes_at_once_open_one() {
        var one = delegate(alliance());
        var statuses =
                Flux.range(0, 3)
                        .flatMap(i ->
                                Mono.fromCallable(() ->
                                                status(
                                                        propose(
                                                                one,
                                                                id(),
                                                                "rules",
                                                                with(
                                                                        "quorumPerMillion",
                                                                        300_000 + i))))
                                        .subscribeOn(Schedulers.boundedElastic()))
                        .collectList()
                        .block(SOON);
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409);
        assertThat(column(one.alliance(), "SELECT id FROM proposal")).hasSize(1);
    }
}
