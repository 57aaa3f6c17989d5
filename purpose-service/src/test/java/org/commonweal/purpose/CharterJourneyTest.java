package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The firms change by which rules they decide, by those rules and in no other way. */
class CharterJourneyTest extends PurposeTest {

    private static final Map<String, Object> CHANGE =
            Map.of(
                    "title", "All firms must vote, a third of the votes is enough",
                    "quorumPerMillion", 1_000_000,
                    "thresholdPerMillion", 333_334,
                    "ballotMinimum", "PT5M",
                    "reason", "Nobody is to be passed over");

    /** Claim C11: the next decision uses the new rule; the old one keeps the old. */
    @Test
    void a_ballot_keeps_the_charter_under_which_it_opened_and_the_next_has_the_new_one() {
        var alliance = alliance();
        var one = delegate(alliance);
        var two = delegate(alliance);
        var three = delegate(alliance);
        var old = draft(one);
        var change = ballot(member(alliance, two.organization()), "charter", CHANGE);
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
        underCharter(one, before, 1, 500_000, 666_666);

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
        underCharter(one, after, 2, 1_000_000, 333_334);

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
                .isEqualTo("CHANGE_CHARTER")
                .jsonPath("$.title")
                .isEqualTo("All firms must vote, a third of the votes is enough")
                .jsonPath("$.purpose")
                .isEmpty()
                .jsonPath("$.text")
                .isEmpty()
                .jsonPath("$.charterVersion")
                .isEqualTo(1)
                .jsonPath("$.charter.before.quorumPerMillion")
                .isEqualTo(500_000)
                .jsonPath("$.charter.before.thresholdPerMillion")
                .isEqualTo(666_666)
                .jsonPath("$.charter.before.ballotMinimum")
                .isEqualTo("PT10M")
                .jsonPath("$.charter.after.quorumPerMillion")
                .isEqualTo(1_000_000)
                .jsonPath("$.charter.after.thresholdPerMillion")
                .isEqualTo(333_334)
                .jsonPath("$.charter.after.ballotMinimum")
                .isEqualTo("PT5M")
                .jsonPath("$.charter.reason")
                .isEqualTo("Nobody is to be passed over");
        get(reader, "/rulebook").expectBody().jsonPath("$.inForce.version").isEqualTo(1);
    }

    private void rulebook(Someone reader, UUID change) {
        get(reader, "/rulebook")
                .expectBody()
                .jsonPath("$.inForce.version")
                .isEqualTo(2)
                .jsonPath("$.inForce.terms.quorumPerMillion")
                .isEqualTo(1_000_000)
                .jsonPath("$.inForce.terms.thresholdPerMillion")
                .isEqualTo(333_334)
                .jsonPath("$.inForce.terms.ballotMinimum")
                .isEqualTo("PT5M")
                .jsonPath("$.inForce.title")
                .isEqualTo("All firms must vote, a third of the votes is enough")
                .jsonPath("$.inForce.reason")
                .isEqualTo("Nobody is to be passed over")
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

    private void underCharter(
            Someone reader, UUID proposal, int version, int quorum, int threshold) {
        get(reader, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.charterVersion")
                .isEqualTo(version)
                .jsonPath("$.quorumPerMillion")
                .isEqualTo(quorum)
                .jsonPath("$.thresholdPerMillion")
                .isEqualTo(threshold);
    }

    @Test
    void a_change_that_is_not_adopted_changes_nothing_and_a_part_leaves_the_rest() {
        var alliance = alliance();
        var one = delegate(alliance);
        var change = ballot(one, "charter", CHANGE);
        vote(one, change, "NO").expectStatus().isOk();
        closed(one, change, "REJECTED");
        assertThat(column(alliance, "SELECT version FROM charter")).containsExactly("1");
        var part = Map.of("title", "Half is enough", "thresholdPerMillion", 500_000, "reason", "R");
        adopted(ballot(one, "charter", part), one);
        get(one, "/rulebook")
                .expectBody()
                .jsonPath("$.inForce.terms.quorumPerMillion")
                .isEqualTo(500_000)
                .jsonPath("$.inForce.terms.thresholdPerMillion")
                .isEqualTo(500_000)
                .jsonPath("$.inForce.terms.ballotMinimum")
                .isEqualTo("PT10M");
    }

    @Test
    void a_change_of_the_charter_that_cannot_be_is_refused() {
        var one = delegate(alliance());
        refused(
                propose(one, id(), "charter", with("quorumPerMillion", 500_000)),
                422,
                "charter-unchanged");
        refused(
                propose(one, id(), "charter", with("ballotMinimum", "P31D")),
                422,
                "ballot-minimum-out-of-range");
        for (var unreadable :
                List.of(
                        with("quorumPerMillion", 0),
                        with("quorumPerMillion", 1_000_001),
                        with("thresholdPerMillion", 0),
                        with("ballotMinimum", "three days"),
                        with("title", " "),
                        with("reason", " "))) {
            refused(propose(one, id(), "charter", unreadable), 400, "not-readable");
        }
        var open = ballot(one, "charter", CHANGE);
        refused(propose(one, id(), "charter", CHANGE), 409, "charter-already-proposed");
        adopted(open, one);
        ballot(one, "charter", with("quorumPerMillion", 250_000));
    }

    private static Map<String, Object> with(String field, Object value) {
        var change = new java.util.HashMap<String, Object>(Map.of("title", "T", "reason", "R"));
        change.put(field, value);
        return change;
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
                                                                "charter",
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
