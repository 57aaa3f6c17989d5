package org.commonweal.contribution.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Somebody wants to give something; no approval stands before it. */
public record Submission(Member author, Participation as, Optional<GoalId> goal) {

    /**
     * What is known of the goal that was named.
     *
     * @param owner the owner's standing, absent when they left
     * @param over whether the purpose that it serves was closed
     */
    public record Goal(GoalId id, Optional<Member> owner, boolean over) {}

    /** What becomes of it. */
    public sealed interface Outcome {

        /** Live at once; {@code ask} is the one person of another firm who is asked to answer. */
        record Live(Contribution.Open contribution, AnswerClock clock, Optional<Ask> ask)
                implements Outcome {}

        record Refused(Refusal reason) implements Outcome {}
    }

    /** Why it is not taken. */
    public enum Refusal {
        CLASS_NOT_ALLOWED,
        GOAL_MISSING,
        GOAL_UNKNOWN,
        PURPOSE_CLOSED
    }

    /**
     * Decides.
     *
     * @param known the goal as this service knows it
     * @param leastAsked the member of another firm of whom the least is needed now
     */
    public Outcome decide(
            Optional<Goal> known, Optional<Member> leastAsked, Instant now, Duration limit) {
        if (goal.isEmpty()) {
            return new Outcome.Refused(Refusal.GOAL_MISSING);
        }
        if (!as.mayGiveTo(goal.get())) {
            return new Outcome.Refused(Refusal.CLASS_NOT_ALLOWED);
        }
        if (known.isEmpty()) {
            return new Outcome.Refused(Refusal.GOAL_UNKNOWN);
        }
        if (known.get().over()) {
            return new Outcome.Refused(Refusal.PURPOSE_CLOSED);
        }
        return new Outcome.Live(
                Contribution.Open.submittedBy(author),
                AnswerClock.starting(now, limit),
                Ask.of(author, known.get().owner(), leastAsked));
    }
}
