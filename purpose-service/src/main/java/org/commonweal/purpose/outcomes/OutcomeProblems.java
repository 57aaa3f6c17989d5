package org.commonweal.purpose.outcomes;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Afterwards;
import org.commonweal.purpose.loading.ClassProblems;

/** Why nothing is said of a decision, for clients and for people. */
final class OutcomeProblems {

    private OutcomeProblems() {}

    /**
     * @param day the field with the day of the next review
     */
    static Problem of(Afterwards.Refusal refusal, String day) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case CLASS_NOT_ALLOWED -> ClassProblems.membersAlone();
            case NOT_WHO_PROPOSED ->
                    Problem.refusal(
                            FORBIDDEN,
                            "not-who-proposed",
                            "Another member proposed it",
                            "Who proposed it says what came of it; a delegate of that member's firm"
                                    + " when the member has left. Bring up a proposal that goes on"
                                    + " from it.");
            case NOT_DECIDED ->
                    Problem.refusal(
                            CONFLICT,
                            "not-decided",
                            "It is not decided",
                            "Something comes of a proposal when it is decided.");
            case CHANGED_MEANWHILE ->
                    Problem.refusal(
                            PRECONDITION_FAILED,
                            "changed-meanwhile",
                            "It changed meanwhile",
                            "It was said before what came of it. Read that, then say it anew from its"
                                    + " version in If-Match.");
            case SAID_TOO_OFTEN ->
                    Problem.refusal(
                            CONFLICT,
                            "said-too-often",
                            "It was said too often",
                            "What came of it is said %1$d times at most, and it is looked at again %1$d"
                                            .formatted(Afterwards.MOST)
                                    + " times at most. Bring up a proposal that goes on from it.");
            case NOTHING_TO_REVIEW ->
                    Problem.refusal(
                            CONFLICT,
                            "nothing-to-review",
                            "There is nothing to review",
                            "What was not adopted is not looked at again. Bring up a proposal that goes"
                                    + " on from it.");
            case OUTCOME_NOT_STATED ->
                    Problem.refusal(
                            CONFLICT,
                            "outcome-not-stated",
                            "It was not said what came of it",
                            "Say that first: it is what a review looks at.");
            case DECISION_ENDED ->
                    Problem.refusal(
                            CONFLICT,
                            "decision-ended",
                            "The decision is over",
                            "A review found that it has ended. Bring up a proposal that goes on from"
                                    + " it.");
            case REVIEW_DAY_OUT_OF_RANGE ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "review-day-out-of-range",
                                    "The day does not fit",
                                    "Name a day from tomorrow on, at most five years ahead.")
                            .error(day, "is before tomorrow or more than five years ahead");
            case ONLY_KEPT_IS_REVIEWED_AGAIN ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "only-kept-is-reviewed-again",
                                    "Only what is kept is reviewed again",
                                    "What was changed or has ended has no next review; leave the day"
                                            + " out.")
                            .error(day, "is of what is kept alone");
            case FOLLOW_UP_UNKNOWN ->
                    Problem.refusal(
                                    UNPROCESSABLE_CONTENT,
                                    "follow-up-unknown",
                                    "There is no such proposal",
                                    "Name another proposal of this alliance.")
                            .error("/followUp", "is no other proposal of this alliance");
        };
    }
}
