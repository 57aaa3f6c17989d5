package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The rule for firms that leave in the middle of a vote (claim C8): a vote that was cast counts,
 * and who has not voted is not waited for.
 */
class FirmLeavesMidVoteTest extends PurposeTest {

    private static final long SEED = 20_261_127;

    @Test
    void a_firm_that_leaves_without_a_vote_leaves_the_denominator() {
        var alliance = alliance();
        var stays = delegate(alliance);
        var gone = List.of(delegate(alliance), delegate(alliance));
        var proposal = ballot(stays, draft(stays));
        gone.forEach(this::leaves);
        await(() ->
                get(stays, "/proposals/" + proposal)
                        .expectBody()
                        .jsonPath("$.electorate[?(@.leftAt != null)].organization")
                        .value(left -> assertThat((List<?>) left).hasSize(2)));
        vote(stays, proposal, "YES").expectStatus().isOk();
        // One of three would be no quorum of a half.
        closed(stays, proposal, "ADOPTED");
        assertThat(closing(alliance)).containsExactly("1 1");
        assertThat(
                        column(
                                alliance,
                                "SELECT payload->>'electorate' FROM journal"
                                        + " WHERE type = 'purpose.elector-left.v1' ORDER BY 1 DESC"))
                .containsExactly("2", "1");
        assertThat(needed(alliance, "proposal")).isEmpty();
        new JournaledFacts(this).fitTheirContracts(alliance, 9);
    }

    @Test
    void a_vote_that_was_cast_counts_also_when_its_firm_has_left() {
        var alliance = alliance();
        var stays = delegate(alliance);
        var voted = delegate(alliance);
        var proposal = ballot(stays, draft(stays));
        vote(voted, proposal, "NO").expectStatus().isOk();
        leaves(voted);
        vote(stays, proposal, "YES").expectStatus().isOk();
        closed(stays, proposal, "REJECTED");
        assertThat(closing(alliance)).containsExactly("2 2");
        assertThat(column(alliance, "SELECT 1 FROM elector WHERE left_at IS NOT NULL")).isEmpty();
    }

    @Test
    void before_leaving_everybody_reads_how_the_firms_vote_is_settled() {
        var alliance = alliance();
        var one = delegate(alliance);
        var colleague = member(alliance, one.organization());
        var single = delegate(alliance);
        var outside = delegate(alliance());
        ballot(one, draft(one));
        settled(colleague, "OTHERS_CAST_IT", "NOT_WAITED_FOR");
        settled(single, "STAYS_UNCAST", "NOT_WAITED_FOR");
        var ballot = column(alliance, "SELECT id FROM proposal").getFirst();
        vote(single, UUID.fromString(ballot), "YES").expectStatus().isOk();
        settled(single, "COUNTS", "COUNTS");
        get(outside, "/commitments/leaving").expectBody().jsonPath("$.ballots").isEmpty();
    }

    private void settled(Someone reader, String alone, String together) {
        get(reader, "/commitments/leaving")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.ballots.length()")
                .isEqualTo(1)
                .jsonPath("$.ballots[0].alone")
                .isEqualTo(alone)
                .jsonPath("$.ballots[0].together")
                .isEqualTo(together);
    }

    @Test
    void a_ballot_whose_firms_have_all_left_has_no_quorum() {
        var alliance = alliance();
        var one = delegate(alliance);
        var other = delegate(alliance);
        var proposal = ballot(one, draft(one));
        leaves(one);
        leaves(other);
        await(() -> assertThat(column(alliance, WAITED)).isEmpty());
        var reader = delegate(alliance);
        closed(reader, proposal, "NO_QUORUM");
        assertThat(closing(alliance)).containsExactly("0 0");
    }

    @Test
    void two_firms_that_become_one_have_one_vote_and_the_vote_of_the_one_that_goes_is_taken_off() {
        var alliance = alliance();
        var small = delegate(alliance);
        var large = delegate(alliance);
        var third = delegate(alliance);
        var late = delegate(alliance);
        var proposal = ballot(third, draft(third));
        vote(small, proposal, "NO").expectStatus().isOk();
        vote(large, proposal, "YES").expectStatus().isOk();
        var merged = merge(large.organization(), Map.of(small, 1L)).getFirst();
        await(() -> assertThat(column(alliance, MERGED)).hasSize(1));
        get(merged, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.mine.choice")
                .isEqualTo("YES");
        refused(vote(merged, proposal, "NO"), 403, "not-a-delegate");
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(third, late));
        // Whoever has voted and goes on as a firm that is no elector there: its vote counts.
        vote(late, proposal, "YES").expectStatus().isOk();
        vote(third, proposal, "YES").expectStatus().isOk();
        merge(delegate(alliance).organization(), Map.of(late, 1L));
        // All that was told before is known when this one is.
        delegate(alliance);
        closed(third, proposal, "ADOPTED");
        assertThat(closing(alliance)).containsExactly("3 3");
        new JournaledFacts(this).fitTheirContracts(alliance, 9);
    }

    private static final String MERGED =
            "SELECT payload FROM journal WHERE type = 'purpose.electors-merged.v1'";

    private static final String WAITED =
            "SELECT 1 FROM elector WHERE choice IS NULL AND left_at IS NULL";

    @Test
    void a_firm_that_comes_back_votes_on_what_opens_then_and_not_on_what_it_left() {
        var alliance = alliance();
        var stays = delegate(alliance);
        var leaver = delegate(alliance);
        var proposal = ballot(stays, draft(stays));
        var left = leaves(leaver);
        await(() -> assertThat(column(alliance, WAITED)).hasSize(1));
        var back = delegate(alliance, leaver.organization());
        refused(vote(back, proposal, "YES"), 403, "not-in-electorate");
        get(back, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.mine.why")
                .isEqualTo("NOT_IN_ELECTORATE");
        assertThat(needed(alliance, "proposal")).isEqualTo(persons(stays));
        closed(stays, proposal, "NO_QUORUM");
        var next = ballot(stays, draft(stays));
        // As when the journals are told again: it is in this electorate, and that is no news.
        bus.send(
                left,
                "membership.organization-left.v1",
                alliance,
                leaver.organization(),
                Map.of("organization", leaver.organization(), "people", 1));
        bus.flush();
        delegate(alliance);
        vote(back, next, "YES").expectStatus().isOk();
    }

    @Test
    void another_alliances_ballot_waits_for_the_same_firm_as_before() {
        var here = delegate(alliance());
        var there = delegate(alliance(), here.organization());
        ballot(there, draft(there));
        ballot(here, draft(here));
        leaves(here);
        await(() -> assertThat(column(here.alliance(), WAITED)).isEmpty());
        assertThat(column(there.alliance(), WAITED)).hasSize(1);
    }

    /** However votes and leavings fall together, each firm is counted once or not at all. */
    @Test
    void whatever_is_left_and_voted_the_count_is_that_of_the_rule() {
        var chance = new Random(SEED);
        var alliance = alliance();
        var firms = new ArrayList<Someone>();
        for (var n = 0; n < 9; n++) {
            firms.add(delegate(alliance));
        }
        var proposal = ballot(firms.getFirst(), draft(firms.getFirst()));
        var votes = 0;
        var waited = 0;
        for (var firm : firms.subList(1, firms.size())) {
            var votesFirst = chance.nextBoolean();
            var goes = chance.nextBoolean();
            if (votesFirst) {
                vote(firm, proposal, "YES").expectStatus().isOk();
                votes++;
            }
            if (goes) {
                leaves(firm);
            }
            waited += votesFirst || goes ? 0 : 1;
        }
        vote(firms.getFirst(), proposal, "YES").expectStatus().isOk();
        var expected = waited;
        await(() -> assertThat(column(alliance, WAITED)).hasSize(expected));
        passTime(Duration.ofSeconds(661));
        var counted = (votes + 1) + " " + (votes + 1 + waited);
        await(() -> assertThat(closing(alliance)).containsExactly(counted));
    }

    /** As membership tells it: each standing, then the firm. Returns the fact's id. */
    private UUID leaves(Someone one) {
        standing(one, "ENDED", false, 2);
        var fact =
                bus.send(
                        "membership.organization-left.v1",
                        one.alliance(),
                        one.organization(),
                        Map.of("organization", one.organization(), "people", 1));
        sees(one, 404);
        return fact;
    }

    private List<String> closing(UUID alliance) {
        return column(
                alliance,
                """
                SELECT (CAST(payload->>'yes' AS int) + CAST(payload->>'no' AS int)) || ' '
                       || (payload->>'electorate')
                FROM journal WHERE type = 'purpose.proposal-closed.v1'\
                """);
    }
}
