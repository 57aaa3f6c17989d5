package org.commonweal.membership.handing;

import org.commonweal.membership.domain.Handover;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a role does not pass. */
final class HandoverProblems {

    private HandoverProblems() {}

    static Problem of(Handover.Refusal reason) {
        return switch (reason) {
            case ROLE_NOT_HELD ->
                    forbidden(
                            "handover-role-not-held",
                            "You do not have this role",
                            "Who has a role of the firm hands it over.");
            case NO_COLLEAGUE -> noColleague();
            case CLASS_NOT_ALLOWED ->
                    forbidden(
                            "class-not-allowed",
                            "Only members hold an office",
                            "A firm's administrators and delegates are members. Name a member.");
            case NOT_NAMED -> Problem.notFound();
            case ROLE_GONE, HOLDS_IT, OFFERED, OVER -> overtaken(reason);
        };
    }

    /** What was possible once, and is not as things stand. */
    private static Problem overtaken(Handover.Refusal reason) {
        return switch (reason) {
            case ROLE_GONE ->
                    conflict(
                            "handover-role-gone",
                            "The role is gone",
                            "Your colleague does not have it any more, so it cannot pass to you.");
            case HOLDS_IT ->
                    conflict(
                            "handover-held-already",
                            "The role is there already",
                            "This person has the role. Name somebody else, or just leave it be.");
            case OFFERED ->
                    conflict(
                            "handover-offered",
                            "It is offered to somebody",
                            "Take that offer back first; a role is offered to one at a time.");
            default ->
                    conflict(
                            "handover-over",
                            "That is over",
                            "It was answered, was taken back, or one of you has gone. It can be"
                                    + " offered again.");
        };
    }

    private static Problem noColleague() {
        return Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "handover-no-colleague",
                        "Nobody else of your firm",
                        "Name another active member of your own firm.")
                .error("/person", "is not another active member of your firm");
    }

    private static Problem forbidden(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.FORBIDDEN, kebab, title, detail);
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }
}
