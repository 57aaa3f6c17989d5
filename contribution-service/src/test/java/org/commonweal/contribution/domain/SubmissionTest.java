package org.commonweal.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.contribution.domain.Submission.Outcome;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration LIMIT = Duration.ofDays(2);
    private static final GoalId GOAL = new GoalId(new UUID(9, 9));
    private static final Participation AS_MEMBER =
            new Participation(ParticipantClass.MEMBER, Optional.empty());
    private static final Member AUTHOR = member(1, 10);
    private static final Member OWNER = member(2, 20);
    private static final Member LEAST_ASKED = member(3, 30);

    @Test
    void it_serves_a_goal() {
        var without = new Submission(AUTHOR, AS_MEMBER, Optional.empty());
        assertThat(decide(without, Optional.empty(), Optional.empty()))
                .isEqualTo(new Outcome.Refused(Submission.Refusal.GOAL_MISSING));
        assertThat(decide(submission(), Optional.empty(), Optional.empty()))
                .isEqualTo(new Outcome.Refused(Submission.Refusal.GOAL_UNKNOWN));
    }

    @Test
    void it_is_live_at_once_and_its_clock_runs_by_the_alliance_s_own_limit() {
        var live = live(Optional.of(OWNER), Optional.of(LEAST_ASKED));
        assertThat(live.contribution()).isEqualTo(Contribution.Open.submittedBy(AUTHOR));
        assertThat(live.clock().remindAt()).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(live.clock().acknowledgeBy()).isEqualTo("2026-11-25T08:00:00Z");
    }

    @Test
    void the_goal_s_owner_is_asked_when_of_another_firm_and_else_who_is_asked_least() {
        assertThat(live(Optional.of(OWNER), Optional.of(LEAST_ASKED)).ask())
                .contains(new Ask(OWNER.person(), Ask.Why.OWNS_THE_GOAL));
        assertThat(live(Optional.of(member(4, 10)), Optional.of(LEAST_ASKED)).ask())
                .contains(new Ask(LEAST_ASKED.person(), Ask.Why.LEAST_ASKED));
        assertThat(live(Optional.empty(), Optional.of(LEAST_ASKED)).ask())
                .contains(new Ask(LEAST_ASKED.person(), Ask.Why.LEAST_ASKED));
        assertThat(live(Optional.empty(), Optional.empty()).ask()).isEmpty();
    }

    @Test
    void nothing_is_given_to_a_purpose_that_is_closed() {
        var over = Optional.of(new Submission.Goal(GOAL, Optional.of(OWNER), true));
        assertThat(decide(submission(), over, Optional.of(LEAST_ASKED)))
                .isEqualTo(new Outcome.Refused(Submission.Refusal.PURPOSE_CLOSED));
    }

    @Test
    void a_guest_gives_to_the_call_alone_and_is_told_nothing_of_other_goals() {
        var call = new Participation(ParticipantClass.GUEST, Optional.of(GOAL));
        var known = Optional.of(new Submission.Goal(GOAL, Optional.of(OWNER), false));
        assertThat(decide(new Submission(AUTHOR, call, Optional.of(GOAL)), known, Optional.empty()))
                .isInstanceOf(Outcome.Live.class);
        var other = new Submission(AUTHOR, call, Optional.of(new GoalId(new UUID(9, 8))));
        assertThat(decide(other, known, Optional.empty()))
                .isEqualTo(decide(other, Optional.empty(), Optional.empty()))
                .isEqualTo(new Outcome.Refused(Submission.Refusal.CLASS_NOT_ALLOWED));
    }

    @Test
    void every_ask_says_why_in_the_space_of_its_contract() {
        for (var why : Ask.Why.values()) {
            assertThat(why.text()).isNotBlank().hasSizeLessThanOrEqualTo(200);
        }
    }

    private static Outcome.Live live(Optional<Member> owner, Optional<Member> leastAsked) {
        var goal = Optional.of(new Submission.Goal(GOAL, owner, false));
        return (Outcome.Live) decide(submission(), goal, leastAsked);
    }

    private static Outcome decide(
            Submission submission, Optional<Submission.Goal> goal, Optional<Member> leastAsked) {
        return submission.decide(goal, leastAsked, NOW, LIMIT);
    }

    private static Submission submission() {
        return new Submission(AUTHOR, AS_MEMBER, Optional.of(GOAL));
    }

    private static Member member(long person, long firm) {
        return new Member(new PersonId(new UUID(0, person)), new OrganizationId(new UUID(1, firm)));
    }
}
