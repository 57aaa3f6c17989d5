package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Who may vote is settled at the opening, and what is counted is what was cast in time. */
class FrozenElectorateTest extends PurposeTest {

    private static final long SEED = 20_261_123;
    private static final int STEPS = 40;
    private static final List<String> CHOICES = List.of("YES", "NO", "ABSTAIN");

    @RepeatedTest(5)
    void joins_leaves_and_votes_in_any_order_leave_the_electorate_as_it_was(RepetitionInfo run) {
        var chance = new Random(SEED + run.getCurrentRepetition());
        var alliance = alliance();
        var electors = new ArrayList<Someone>();
        for (var i = 0; i < 2 + chance.nextInt(5); i++) {
            electors.add(delegate(alliance));
        }
        var sponsor = electors.getFirst();
        delegate(alliance, sponsor.organization());
        var reader = member(alliance, id());
        var proposal = ballot(reader, draft(reader));
        var firms = new HashSet<String>();
        electors.forEach(elector -> firms.add(elector.organization().toString()));
        var model = new HashMap<UUID, String>();
        played(chance, electors, proposal, model);
        closed(reader, proposal, outcome(model, electors.size()));
        assertThat(
                        column(
                                alliance,
                                "SELECT organization_id FROM elector WHERE proposal_id = '%s'"
                                        .formatted(proposal)))
                .containsExactlyInAnyOrderElementsOf(firms);
        assertThat(
                        column(
                                alliance,
                                "SELECT organization_id || ' ' || choice FROM elector"
                                        + " WHERE choice IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(
                        model.entrySet().stream()
                                .map(vote -> vote.getKey() + " " + vote.getValue())
                                .toList());
    }

    private void played(
            Random chance, List<Someone> electors, UUID proposal, Map<UUID, String> model) {
        var present = new ArrayList<>(electors);
        var gone = new ArrayList<Someone>();
        var joined = new ArrayList<Someone>();
        for (var step = 0; step < STEPS; step++) {
            switch (chance.nextInt(8)) {
                case 0 -> joined.add(delegate(electors.getFirst().alliance()));
                case 1 -> {
                    if (!present.isEmpty()) {
                        var leaver = present.remove(chance.nextInt(present.size()));
                        standing(leaver, "ENDED", true, 2);
                        sees(leaver, 404);
                        gone.add(leaver);
                    }
                }
                case 2 ->
                        joined.forEach(one ->
                                refused(vote(one, proposal, "NO"), 403, "not-in-electorate"));
                case 3 -> gone.forEach(one -> refused(vote(one, proposal, "NO"), 404, "not-found"));
                default -> {
                    if (!present.isEmpty()) {
                        var voter = present.get(chance.nextInt(present.size()));
                        var choice = CHOICES.get(chance.nextInt(CHOICES.size()));
                        vote(voter, proposal, choice).expectStatus().isOk();
                        model.put(voter.organization(), choice);
                    }
                }
            }
        }
    }

    /** By counting and whole numbers, without the service's own tally. */
    private static String outcome(Map<UUID, String> votes, int electorate) {
        var yes = votes.values().stream().filter("YES"::equals).count();
        var no = votes.values().stream().filter("NO"::equals).count();
        if (2 * votes.size() < electorate) {
            return "NO_QUORUM";
        }
        var share =
                BigInteger.valueOf(yes)
                        .multiply(BigInteger.valueOf(1_000_000))
                        .compareTo(BigInteger.valueOf(666_666 * (yes + no)));
        return yes > 0 && share >= 0 ? "ADOPTED" : "REJECTED";
    }

    @Test
    void votes_that_race_with_the_close_are_counted_when_they_were_accepted_and_never_else() {
        var alliance = alliance();
        var electors = new ArrayList<Someone>();
        for (var i = 0; i < 12; i++) {
            electors.add(delegate(alliance));
        }
        var proposal = ballot(electors.getFirst(), draft(electors.getFirst()));
        passTime(Duration.between(now(), now().plusSeconds(659)));
        Set<String> accepted = java.util.concurrent.ConcurrentHashMap.newKeySet();
        Flux.range(0, 240)
                .flatMap(
                        i ->
                                reactor.core.publisher.Mono.fromCallable(
                                                () -> {
                                                    var elector = electors.get(i % electors.size());
                                                    var status =
                                                            vote(elector, proposal, "YES")
                                                                    .returnResult(String.class)
                                                                    .getStatus();
                                                    if (status == HttpStatus.OK) {
                                                        accepted.add(
                                                                elector.organization().toString());
                                                    }
                                                    return status.value();
                                                })
                                        .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .blockLast(SOON.multipliedBy(4));
        await(() ->
                assertThat(column(alliance, "SELECT state FROM proposal")).doesNotContain("OPEN"));
        assertThat(column(alliance, "SELECT organization_id FROM elector WHERE choice IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(
                        column(
                                alliance,
                                "SELECT payload->>'yes' FROM journal"
                                        + " WHERE type = 'purpose.proposal-closed.v1'"))
                .containsExactly(String.valueOf(accepted.size()));
    }

    @Test
    void two_ballots_at_once_open_one() {
        var alliance = alliance();
        var author = delegate(alliance);
        var drafts = List.of(draft(author), draft(author), draft(author));
        var statuses =
                Flux.fromIterable(drafts)
                        .flatMap(draft ->
                                reactor.core.publisher.Mono.fromCallable(() ->
                                                put(
                                                                author,
                                                                "/proposals/" + id(),
                                                                proposal(
                                                                        draft, Duration.ofHours(1)))
                                                        .returnResult(String.class)
                                                        .getStatus()
                                                        .value())
                                        .subscribeOn(Schedulers.boundedElastic()))
                        .collectList()
                        .block(SOON);
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409);
        assertThat(column(alliance, "SELECT id FROM proposal")).hasSize(1);
        assertThat(column(alliance, "SELECT id FROM purpose WHERE state = 'PROPOSED'")).hasSize(1);
    }
}
