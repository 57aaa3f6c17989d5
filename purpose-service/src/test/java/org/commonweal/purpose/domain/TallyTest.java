package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonweal.purpose.domain.Outcome.ADOPTED;
import static org.commonweal.purpose.domain.Outcome.NO_QUORUM;
import static org.commonweal.purpose.domain.Outcome.REJECTED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Shares HALF_AND_TWO_THIRDS = new Shares(500_000, 666_666);
    private static final long SEED = 20_261_123;

    @Test
    void a_quorum_that_is_met_exactly_is_met() {
        assertThat(tally(5, 0, 0, 10).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(ADOPTED);
        assertThat(tally(4, 0, 0, 10).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(NO_QUORUM);
        assertThat(tally(9, 0, 0, 19).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(NO_QUORUM);
        assertThat(tally(10, 0, 0, 19).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(ADOPTED);
    }

    @Test
    void an_abstention_counts_for_the_quorum_alone() {
        assertThat(tally(1, 0, 9, 19).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(ADOPTED);
        assertThat(tally(1, 0, 8, 19).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(NO_QUORUM);
        assertThat(tally(1, 1, 17, 19).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(REJECTED);
    }

    @Test
    void a_threshold_that_is_met_exactly_is_met() {
        assertThat(tally(2, 1, 0, 3).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(ADOPTED);
        assertThat(tally(3, 2, 0, 5).outcome(Method.SUPERMAJORITY, new Shares(0, 600_000)))
                .isEqualTo(ADOPTED);
        assertThat(tally(3, 2, 0, 5).outcome(Method.SUPERMAJORITY, new Shares(0, 600_001)))
                .isEqualTo(REJECTED);
    }

    @Test
    void two_of_three_are_two_thirds_however_the_charter_rounds_them() {
        for (var twoThirds : List.of(666_666, 666_667)) {
            var rule = new Shares(twoThirds, twoThirds);
            assertThat(tally(2, 1, 0, 3).outcome(Method.SUPERMAJORITY, rule)).isEqualTo(ADOPTED);
            assertThat(tally(2, 0, 0, 3).outcome(Method.SUPERMAJORITY, rule)).isEqualTo(ADOPTED);
            assertThat(tally(1, 0, 0, 3).outcome(Method.SUPERMAJORITY, rule)).isEqualTo(NO_QUORUM);
            assertThat(tally(3, 2, 0, 5).outcome(Method.SUPERMAJORITY, rule)).isEqualTo(REJECTED);
            assertThat(tally(6_666, 3_333, 0, 9_999).outcome(Method.SUPERMAJORITY, rule))
                    .isEqualTo(ADOPTED);
            assertThat(tally(6_665, 3_334, 0, 9_999).outcome(Method.SUPERMAJORITY, rule))
                    .isEqualTo(REJECTED);
        }
        for (var third : List.of(333_333, 333_334)) {
            assertThat(tally(1, 0, 0, 3).outcome(Method.SUPERMAJORITY, new Shares(third, 0)))
                    .isEqualTo(ADOPTED);
            assertThat(
                            tally(3_332, 0, 0, 9_999)
                                    .outcome(Method.SUPERMAJORITY, new Shares(third, 0)))
                    .isEqualTo(NO_QUORUM);
        }
        assertThat(tally(2, 1, 0, 3).outcome(Method.SUPERMAJORITY, new Shares(0, 666_668)))
                .isEqualTo(REJECTED);
    }

    @Test
    void a_tie_is_half_and_so_is_enough_for_a_half_only() {
        assertThat(tally(3, 3, 0, 6).outcome(Method.SUPERMAJORITY, new Shares(0, 500_000)))
                .isEqualTo(ADOPTED);
        assertThat(tally(3, 3, 0, 6).outcome(Method.SUPERMAJORITY, new Shares(0, 500_001)))
                .isEqualTo(REJECTED);
    }

    @Test
    void all_abstaining_adopts_nothing_though_the_quorum_is_met() {
        assertThat(tally(0, 0, 7, 7).outcome(Method.SUPERMAJORITY, HALF_AND_TWO_THIRDS))
                .isEqualTo(REJECTED);
        assertThat(tally(0, 0, 7, 7).outcome(Method.SUPERMAJORITY, new Shares(0, 0)))
                .isEqualTo(REJECTED);
    }

    @Test
    void nothing_is_adopted_without_one_yes() {
        assertThat(tally(0, 3, 0, 3).outcome(Method.SUPERMAJORITY, new Shares(0, 0)))
                .isEqualTo(REJECTED);
        assertThat(tally(0, 0, 0, 3).outcome(Method.SUPERMAJORITY, new Shares(0, 0)))
                .isEqualTo(REJECTED);
        assertThat(tally(1, 3, 0, 4).outcome(Method.SUPERMAJORITY, new Shares(0, 0)))
                .isEqualTo(ADOPTED);
    }

    @Test
    void no_vote_is_no_quorum_unless_none_is_asked_for() {
        assertThat(tally(0, 0, 0, 3).outcome(Method.SUPERMAJORITY, new Shares(1, 500_000)))
                .isEqualTo(NO_QUORUM);
    }

    @Test
    void unanimity_can_be_asked_for() {
        var all = new Shares(1_000_000, 1_000_000);
        assertThat(tally(3, 0, 0, 3).outcome(Method.SUPERMAJORITY, all)).isEqualTo(ADOPTED);
        assertThat(tally(2, 0, 1, 3).outcome(Method.SUPERMAJORITY, all)).isEqualTo(ADOPTED);
        assertThat(tally(2, 0, 0, 3).outcome(Method.SUPERMAJORITY, all)).isEqualTo(NO_QUORUM);
        assertThat(tally(2, 1, 0, 3).outcome(Method.SUPERMAJORITY, all)).isEqualTo(REJECTED);
    }

    @Test
    void a_tally_of_more_votes_than_electors_cannot_be_made() {
        assertThatThrownBy(() -> tally(2, 1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tally(0, 0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tally(-1, 1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shares(1_000_001, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_equals_an_independent_count_on_ten_thousand_ballots() {
        var chance = new Random(SEED);
        var seen = new ArrayList<Outcome>();
        for (var i = 0; i < 10_000; i++) {
            var electorate = 1 + chance.nextInt(40);
            var choices = new ArrayList<Choice>();
            for (var elector = 0; elector < electorate; elector++) {
                var said = chance.nextInt(4);
                if (said < 3) {
                    choices.add(java.util.List.of(Choice.YES, Choice.NO, Choice.ABSTAIN).get(said));
                }
            }
            var rule = new Shares(share(chance), share(chance));
            var votes = choices.stream().map(said -> new Tally.Vote(said, Weight.WHOLE)).toList();
            var outcome =
                    Tally.of(votes, (long) electorate * Weight.WHOLE)
                            .outcome(Method.SUPERMAJORITY, rule);
            assertThat(outcome)
                    .as("%s of %d under %s", choices, electorate, rule)
                    .isEqualTo(counted(choices, electorate, rule));
            seen.add(outcome);
        }
        assertThat(seen).contains(ADOPTED, REJECTED, NO_QUORUM);
    }

    private static Tally tally(int yes, int no, int abstain, int electorate) {
        return new Tally(
                (long) yes * Weight.WHOLE,
                (long) no * Weight.WHOLE,
                (long) abstain * Weight.WHOLE,
                0,
                (long) electorate * Weight.WHOLE);
    }

    /** Often a share at which exact equality happens. */
    private static int share(Random chance) {
        var usual = List.of(0, 250_000, 333_334, 500_000, 500_001, 666_666, 666_667, 1_000_000);
        return chance.nextBoolean()
                ? usual.get(chance.nextInt(usual.size()))
                : chance.nextInt(1_000_001);
    }

    /** Another way to the same: decimal numbers, rounded up, one elector after the other. */
    private static Outcome counted(List<Choice> choices, int electorate, Shares rule) {
        var yes = 0;
        var said = 0;
        for (var choice : choices) {
            yes += choice == Choice.YES ? 1 : 0;
            said += choice == Choice.ABSTAIN ? 0 : 1;
        }
        if (fraction(choices.size(), electorate).compareTo(asFraction(rule.quorumPerMillion()))
                < 0) {
            return NO_QUORUM;
        }
        if (yes == 0) {
            return REJECTED;
        }
        var share = fraction(yes, said);
        return share.compareTo(asFraction(rule.thresholdPerMillion())) < 0 ? REJECTED : ADOPTED;
    }

    private static BigDecimal fraction(int part, int whole) {
        return new BigDecimal(part).divide(new BigDecimal(whole), 6, RoundingMode.CEILING);
    }

    private static BigDecimal asFraction(int perMillion) {
        return BigDecimal.valueOf(perMillion, 6);
    }
}
