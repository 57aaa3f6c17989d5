package org.commonweal.membership.applying;

import org.commonweal.membership.domain.Application;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when an application is not sent, decided or withdrawn. */
final class ApplicationProblems {

    private ApplicationProblems() {}

    static Problem notADelegate() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "not-a-delegate",
                "Only a delegate may do this",
                "Delegates keep the front door and answer applications. Ask your firm's.");
    }

    static Problem of(Application.Refusal reason) {
        return switch (reason) {
            case DOOR_CLOSED -> Problem.notFound();
            case ALREADY_MEMBER ->
                    conflict(
                            "already-member",
                            "This person belongs already",
                            "There is nothing to apply for: the person is a member.");
            case APPLIED_ALREADY ->
                    conflict(
                            "application-open",
                            "An application is open",
                            "One application at a time: await its answer, or withdraw it.");
            case REFUSED_LATELY ->
                    conflict(
                            "application-refused-lately",
                            "Not again so soon",
                            "After a refusal you can apply again when %d days have passed."
                                    .formatted(Application.REST.toDays()));
            case ORGANIZATION_UNKNOWN ->
                    unfit(
                                    "organization-unknown",
                                    "No such organization here",
                                    "Choose one of the alliance's organizations.")
                            .error("/organization", "is not an organization of the alliance");
            case OTHER_FIRM ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "other-way-in",
                            "Your login does not speak for this firm",
                            "Log in through this firm's own login, or apply for your own firm.");
            case CALL_MISMATCH ->
                    unfit(
                                    "call-mismatch",
                                    "A guest is invited to one goal",
                                    "Name the goal that a guest may give to; everybody else is"
                                            + " accepted without one.")
                            .error("/call", "names a goal for a guest, and only for a guest");
            case QUESTIONS_CHANGED ->
                    conflict(
                            "questions-changed",
                            "The questions have changed",
                            "Read the questions as they are now, and answer those.");
            case UNANSWERED ->
                    unfit(
                                    "questions-unanswered",
                                    "Not every question is answered",
                                    "Each question needs an answer in your own words.")
                            .error("/answers", "has one answer for each question");
            case REASON_MISSING ->
                    unfit(
                                    "application-reason-missing",
                                    "Say why",
                                    "The applicant reads your reason: write at least %d characters."
                                            .formatted(Application.REASON_LEAST))
                            .error("/reason", "says why, to the applicant");
            case ASK_MISSING ->
                    unfit(
                                    "application-ask-missing",
                                    "Say what for",
                                    "An offer says what is asked first: at least %d characters."
                                            .formatted(Invitation.ASK_LEAST))
                            .error("/ask", "says what the person is asked for first");
            case SEATS_TAKEN ->
                    conflict(
                            "seats-taken",
                            "No seat is free",
                            "All seats of this firm are taken or promised by open invitations. An"
                                    + " administrator of the firm can add seats.");
            case CLOSED ->
                    conflict(
                            "application-closed",
                            "The application is answered",
                            "It was accepted, refused or withdrawn; that happens once.");
        };
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }

    private static Problem unfit(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.UNPROCESSABLE_CONTENT, kebab, title, detail);
    }
}
