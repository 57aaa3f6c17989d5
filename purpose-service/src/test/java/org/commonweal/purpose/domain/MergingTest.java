package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of open ballots when one firm goes on as another (claim A18). */
class MergingTest {

    private static final long SEED = 20_261_127;
    private static final Merging.Vote VOTES = new Merging.Vote(true, false);
    private static final Merging.Vote SIGNED = new Merging.Vote(true, true);
    private static final Merging.Vote NONE = new Merging.Vote(false, false);

    @Test
    void of_two_electors_the_one_that_goes_steps_out() {
        assertThat(Merging.firms(VOTES, VOTES)).isEqualTo(new Merging.StepsOut(true));
        assertThat(Merging.firms(VOTES, SIGNED)).isEqualTo(new Merging.StepsOut(true));
        assertThat(Merging.firms(VOTES, NONE)).isEqualTo(new Merging.AsBefore());
        assertThat(Merging.firms(NONE, VOTES)).isEqualTo(new Merging.AsBefore());
    }

    @Test
    void a_signed_paper_stays_the_vote_of_both_and_two_stay_two() {
        assertThat(Merging.firms(SIGNED, VOTES)).isEqualTo(new Merging.StepsOut(false));
        assertThat(Merging.firms(SIGNED, SIGNED)).isEqualTo(new Merging.AsBefore());
    }

    @Test
    void their_persons_weigh_together_what_one_firm_may_however_many_they_are() {
        var chance = new Random(SEED);
        for (var run = 0; run < 1_000; run++) {
            var cap = 1 + chance.nextInt(5);
            var people = 1 + chance.nextInt(300);
            var weight =
                    Merging.persons(rule(cap), people, false) instanceof Merging.Weighs(var one)
                            ? one
                            : 0;
            assertThat((long) weight * people).isPositive();
            assertThat((long) weight * people).isLessThanOrEqualTo((long) cap * Weight.WHOLE);
            assertThat(weight).isLessThanOrEqualTo(Weight.WHOLE);
        }
    }

    @Test
    void without_a_cap_and_without_names_nobody_weighs_anything_else() {
        assertThat(Merging.persons(rule(null), 7, false)).isEqualTo(new Merging.WeighsAsBefore());
        assertThat(Merging.persons(rule(2), 7, true)).isEqualTo(new Merging.WeighsAsBefore());
    }

    private static Rule rule(@Nullable Integer votesPerFirmMax) {
        return ElectorateTest.rule(Body.PERSONS, votesPerFirmMax);
    }
}
