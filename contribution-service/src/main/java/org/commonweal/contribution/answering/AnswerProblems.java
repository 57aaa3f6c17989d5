package org.commonweal.contribution.answering;

import org.commonweal.contribution.domain.AnswerRefusal;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** Why an answer is not taken, in words. */
final class AnswerProblems {

    private AnswerProblems() {}

    /**
     * The problem for a reason.
     *
     * @param refusing true when the answer would have been a refusal
     */
    static Problem of(AnswerRefusal reason, boolean refusing) {
        return switch (reason) {
            case CLASS_NOT_ALLOWED ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "class-not-allowed",
                            "Members answer",
                            "Members answer contributions, and experts those that they are asked"
                                    + " for.");
            case OWN_FIRM -> ownFirm(refusing);
            case BY_YOU_ALREADY ->
                    conflict(
                            "already-acknowledged-by-you",
                            "You acknowledged this already",
                            "Your acknowledgement stands; a person acknowledges once.");
            case ALREADY_ACKNOWLEDGED ->
                    conflict(
                            "contribution-acknowledged",
                            "It is acknowledged already",
                            "An acknowledgement of another firm stands, so it cannot be declined."
                                    + " You may acknowledge it too.");
            case ALREADY_DECLINED ->
                    conflict(
                            "contribution-declined",
                            "It is declined already",
                            "A person of another firm declined this with a reason. The author may"
                                    + " submit a new contribution.");
            case HISTORICAL ->
                    conflict(
                            "contribution-historical",
                            "It is history",
                            "This comes from an imported history; its answers stand in the past.");
            case REASON_MISSING ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "refusal-reason-missing",
                                    "A refusal needs a reason",
                                    "Say in 10 to 2000 characters why, so that the author can"
                                            + " learn from it.")
                            .error("/reason", "must have 10 to 2000 characters");
        };
    }

    private static Problem ownFirm(boolean refusing) {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                refusing ? "refusal-by-own-firm" : "acknowledgement-by-own-firm",
                "Another firm must answer",
                "This comes from your own firm; a person of another firm answers it.");
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }
}
