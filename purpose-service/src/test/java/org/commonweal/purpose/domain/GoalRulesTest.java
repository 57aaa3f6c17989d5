package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GoalRulesTest {

    private static final PersonId OWNER = new PersonId(new UUID(3, 1));
    private static final PurposeId PURPOSE = new PurposeId(new UUID(1, 1));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void a_goal_serves_the_active_purpose_and_has_a_member_as_owner() {
        assertThat(GoalSetting.decide(Optional.of(PURPOSE), wish("4.5", "50"), true))
                .isInstanceOfSatisfying(
                        GoalSetting.Set.class,
                        set -> assertThat(set.goal().purpose()).isEqualTo(PURPOSE));
        assertThat(GoalSetting.decide(Optional.empty(), wish("4.5", "50"), true))
                .isEqualTo(new GoalSetting.Refused(GoalSetting.Refusal.PURPOSE_NOT_RATIFIED));
        assertThat(GoalSetting.decide(Optional.of(PURPOSE), wish("4.5", "50"), false))
                .isEqualTo(new GoalSetting.Refused(GoalSetting.Refusal.OWNER_NOT_A_MEMBER));
    }

    @Test
    void a_goal_has_a_way_to_go_however_its_numbers_are_written() {
        assertThat(GoalSetting.decide(Optional.of(PURPOSE), wish("4.50", "4.5"), true))
                .isEqualTo(new GoalSetting.Refused(GoalSetting.Refusal.TARGET_IS_BASELINE));
    }

    @Test
    void its_owner_alone_says_where_it_stands_and_not_ahead_of_time() {
        var other = new PersonId(new UUID(3, 2));
        assertThat(CheckingIn.decide(OWNER, false, OWNER, TODAY, TODAY))
                .isEqualTo(new CheckingIn.Kept());
        assertThat(CheckingIn.decide(OWNER, false, other, TODAY, TODAY))
                .isEqualTo(new CheckingIn.Refused(CheckingIn.Refusal.NOT_THE_OWNER));
        assertThat(CheckingIn.decide(OWNER, false, OWNER, TODAY.plusDays(1), TODAY))
                .isEqualTo(new CheckingIn.Refused(CheckingIn.Refusal.IN_THE_FUTURE));
    }

    @Test
    void where_a_goal_stood_stays_when_its_purpose_is_closed() {
        assertThat(CheckingIn.decide(OWNER, true, OWNER, TODAY, TODAY))
                .isEqualTo(new CheckingIn.Refused(CheckingIn.Refusal.PURPOSE_CLOSED));
    }

    @Test
    void a_draft_is_revised_from_the_version_that_was_read() {
        var text = new PurposeText("A title", null, null, null, null, null);
        var draft = new Purpose.Draft(PURPOSE, 3, text);
        var revision = new PurposeText("Another title", null, null, null, null, null);
        assertThat(Revision.decide(draft, 3, revision))
                .isEqualTo(new Revision.Revised(new Purpose.Draft(PURPOSE, 4, revision)));
        assertThat(Revision.decide(draft, 2, revision))
                .isEqualTo(new Revision.Refused(Revision.Refusal.CHANGED_MEANWHILE));
        assertThat(Revision.decide(new Purpose.Proposed(PURPOSE, 3, text), 3, revision))
                .isEqualTo(new Revision.Refused(Revision.Refusal.ON_A_BALLOT));
        assertThat(Revision.decide(new Purpose.Active(PURPOSE, 3, text), 3, revision))
                .isEqualTo(new Revision.Refused(Revision.Refusal.ACTIVE));
        assertThat(Revision.decide(new Purpose.Closed(PURPOSE, 3, text), 3, revision))
                .isEqualTo(new Revision.Refused(Revision.Refusal.CLOSED));
    }

    private static GoalSetting.Wish wish(String baseline, String target) {
        return new GoalSetting.Wish(
                new GoalId(new UUID(4, 4)),
                "A goal",
                new Measure("days", new BigDecimal(baseline), new BigDecimal(target), null),
                TODAY.plusDays(200),
                OWNER);
    }
}
