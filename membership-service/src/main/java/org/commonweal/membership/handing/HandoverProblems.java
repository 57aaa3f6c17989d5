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
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "handover-role-not-held",
                            "You do not have this role",
                            "Who has a role of the firm hands it over.");
            case ROLE_GONE ->
                    conflict(
                            "handover-role-gone",
                            "The role is gone",
                            "Your colleague does not have it any more, so it cannot pass to you.");
            case NO_COLLEAGUE ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "handover-no-colleague",
                                    "Nobody else of your firm",
                                    "Name another active member of your own firm.")
                            .error("/person", "is not another active member of your firm");
            case CLASS_NOT_ALLOWED ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "class-not-allowed",
                            "Only members hold an office",
                            "A firm's administrators and delegates are members. Name a member.");
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
            case NOT_NAMED -> Problem.notFound();
            case OVER ->
                    conflict(
                            "handover-over",
                            "That is over",
                            "It was answered, was taken back, or one of you has gone. It can be"
                                    + " offered again.");
        };
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }
}
