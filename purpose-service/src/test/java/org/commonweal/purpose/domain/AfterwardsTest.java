package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.purpose.domain.Afterwards.Look;
import org.commonweal.purpose.domain.Afterwards.Refusal;
import org.junit.jupiter.api.Test;

class AfterwardsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final LocalDate SET = LocalDate.parse("2026-11-20");
    private static final OrganizationId FIRM = new OrganizationId(new UUID(2, 1));
    private static final Member PROPOSER = member(1, FIRM, false);
    private static final Member DELEGATE = member(2, FIRM, true);
    private static final Optional<LocalDate> NEVER = Optional.empty();

    @Test
    void who_proposed_it_says_what_came_of_whatever_was_decided() {
        for (var outcome : Outcome.values()) {
            assertThat(state(decided(outcome, 0, NEVER), PROPOSER, 0, NEVER))
                    .isInstanceOf(Afterwards.Said.class);
        }
        var open = new Decided(Optional.empty(), PROPOSER.person(), FIRM, true, 0, 0, NEVER, false);
        refused(state(open, PROPOSER, 0, NEVER), Refusal.NOT_DECIDED);
    }

    @Test
    void the_delegates_of_the_firm_speak_when_who_proposed_it_has_left_and_not_before() {
        var stays = decided(Outcome.ADOPTED, 0, NEVER);
        refused(state(stays, DELEGATE, 0, NEVER), Refusal.NOT_WHO_PROPOSED);
        var left =
                new Decided(
                        Optional.of(Outcome.REJECTED),
                        PROPOSER.person(),
                        FIRM,
                        false,
                        0,
                        0,
                        NEVER,
                        false);
        assertThat(state(left, DELEGATE, 0, NEVER)).isInstanceOf(Afterwards.Said.class);
        refused(state(left, member(3, FIRM, false), 0, NEVER), Refusal.NOT_WHO_PROPOSED);
        var elsewhere = member(4, new OrganizationId(new UUID(2, 2)), true);
        refused(state(left, elsewhere, 0, NEVER), Refusal.NOT_WHO_PROPOSED);
        refused(state(left, PROPOSER, 0, NEVER), Refusal.NOT_WHO_PROPOSED);
    }

    @Test
    void it_is_said_anew_from_what_was_read() {
        refused(
                state(decided(Outcome.ADOPTED, 2, NEVER), PROPOSER, 1, NEVER),
                Refusal.CHANGED_MEANWHILE);
        assertThat(state(decided(Outcome.ADOPTED, 2, NEVER), PROPOSER, 2, NEVER))
                .isEqualTo(new Afterwards.Said(NEVER, true));
    }

    @Test
    void a_review_is_from_tomorrow_on_and_within_five_years() {
        var adopted = decided(Outcome.ADOPTED, 0, NEVER);
        for (var fits : new LocalDate[] {TODAY.plusDays(1), TODAY.plusYears(5)}) {
            assertThat(state(adopted, PROPOSER, 0, Optional.of(fits)))
                    .isEqualTo(new Afterwards.Said(Optional.of(fits), false));
        }
        for (var not : new LocalDate[] {TODAY, TODAY.plusYears(5).plusDays(1)}) {
            refused(state(adopted, PROPOSER, 0, Optional.of(not)), Refusal.REVIEW_DAY_OUT_OF_RANGE);
        }
    }

    @Test
    void a_day_that_stands_stays_also_when_it_has_come() {
        assertThat(
                        state(
                                decided(Outcome.ADOPTED, 1, Optional.of(SET)),
                                PROPOSER,
                                1,
                                Optional.of(SET)))
                .isEqualTo(new Afterwards.Said(Optional.of(SET), true));
        assertThat(state(decided(Outcome.ADOPTED, 1, Optional.of(SET)), PROPOSER, 1, NEVER))
                .isEqualTo(new Afterwards.Said(NEVER, false));
    }

    @Test
    void only_what_was_adopted_and_has_not_ended_is_looked_at_again() {
        var tomorrow = Optional.of(TODAY.plusDays(1));
        refused(
                state(decided(Outcome.NO_QUORUM, 0, NEVER), PROPOSER, 0, tomorrow),
                Refusal.NOTHING_TO_REVIEW);
        refused(
                review(decided(Outcome.REJECTED, 1, NEVER), look(Finding.KEPT, NEVER, true)),
                Refusal.NOTHING_TO_REVIEW);
        var ended =
                new Decided(
                        Optional.of(Outcome.ADOPTED),
                        PROPOSER.person(),
                        FIRM,
                        true,
                        1,
                        0,
                        NEVER,
                        true);
        refused(state(ended, PROPOSER, 1, tomorrow), Refusal.DECISION_ENDED);
        refused(review(ended, look(Finding.KEPT, NEVER, true)), Refusal.DECISION_ENDED);
        refused(
                review(decided(Outcome.ADOPTED, 0, NEVER), look(Finding.KEPT, NEVER, true)),
                Refusal.OUTCOME_NOT_STATED);
    }

    @Test
    void what_is_kept_can_be_looked_at_once_more() {
        var due = decided(Outcome.ADOPTED, 1, Optional.of(SET));
        var next = Optional.of(TODAY.plusDays(30));
        assertThat(review(due, look(Finding.KEPT, next, true)))
                .isEqualTo(new Afterwards.Said(next, false));
        refused(
                review(due, look(Finding.KEPT, Optional.of(TODAY), true)),
                Refusal.REVIEW_DAY_OUT_OF_RANGE);
        for (var over : new Finding[] {Finding.CHANGED, Finding.ENDED}) {
            assertThat(review(due, look(over, NEVER, true)))
                    .isEqualTo(new Afterwards.Said(NEVER, false));
            refused(review(due, look(over, next, true)), Refusal.ONLY_KEPT_IS_REVIEWED_AGAIN);
        }
        refused(review(due, look(Finding.CHANGED, NEVER, false)), Refusal.FOLLOW_UP_UNKNOWN);
    }

    @Test
    void it_is_said_as_often_as_all_of_it_can_be_read() {
        var often = decided(Outcome.ADOPTED, Afterwards.MOST, NEVER);
        refused(state(often, PROPOSER, Afterwards.MOST, NEVER), Refusal.SAID_TOO_OFTEN);
        assertThat(review(often, look(Finding.KEPT, NEVER, true)))
                .isInstanceOf(Afterwards.Said.class);
        var reviewed =
                new Decided(
                        Optional.of(Outcome.ADOPTED),
                        PROPOSER.person(),
                        FIRM,
                        true,
                        1,
                        Afterwards.MOST,
                        NEVER,
                        false);
        refused(review(reviewed, look(Finding.KEPT, NEVER, true)), Refusal.SAID_TOO_OFTEN);
    }

    @Test
    void only_what_is_over_is_gone_on_from() {
        assertThat(Opening.following(true, true)).isEmpty();
        assertThat(Opening.following(true, false)).contains(new Opening.FollowedNotOver());
        assertThat(Opening.following(false, false)).contains(new Opening.FollowsUnknown());
    }

    private static Decided decided(Outcome outcome, long statements, Optional<LocalDate> reviewOn) {
        return new Decided(
                Optional.of(outcome),
                PROPOSER.person(),
                FIRM,
                true,
                statements,
                0,
                reviewOn,
                false);
    }

    private static Afterwards state(
            Decided decided, Member by, long read, Optional<LocalDate> reviewOn) {
        return Afterwards.state(decided, by, read, reviewOn, TODAY);
    }

    private static Afterwards review(Decided decided, Look look) {
        return Afterwards.review(decided, PROPOSER, look, TODAY);
    }

    private static Look look(Finding finding, Optional<LocalDate> next, boolean known) {
        return new Look(finding, next, known);
    }

    private static Member member(long id, OrganizationId firm, boolean delegate) {
        return new Member(new PersonId(new UUID(3, id)), firm, delegate);
    }

    private static void refused(Afterwards said, Refusal why) {
        assertThat(said).isEqualTo(new Afterwards.Refused(why));
    }
}
