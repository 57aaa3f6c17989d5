package org.commonweal.contribution.domain;

import java.util.Optional;
import org.commonweal.contribution.domain.ParticipantClass.Right;

/**
 * As what somebody acts.
 *
 * @param call the one goal that a guest is bound to
 */
public record Participation(ParticipantClass as, Optional<GoalId> call) {

    boolean mayGiveTo(GoalId goal) {
        return as.may(Right.GIVE) || call.filter(goal::equals).isPresent();
    }

    /**
     * Whether an answer is taken.
     *
     * @param asked true when the answer is asked of this very person
     */
    public boolean mayAnswer(boolean asked) {
        return as.may(Right.ANSWER) || (asked && as.may(Right.ANSWER_WHAT_IS_ASKED));
    }
}
