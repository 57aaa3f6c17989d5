package org.commonweal.membership.bodies;

import org.commonweal.membership.domain.Body;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a firm's act is refused. */
final class BodyProblems {

    private BodyProblems() {}

    static Problem of(Body.Refusal reason) {
        return switch (reason) {
            case OTHER_FIRM ->
                    refused(
                            HttpStatus.FORBIDDEN,
                            "other-firm",
                            "Not your firm",
                            "Each firm decides for itself; this one is not yours.");
            case NOT_AN_ADMINISTRATOR ->
                    refused(
                            HttpStatus.FORBIDDEN,
                            "not-an-administrator",
                            "Only an administrator of the firm may do this",
                            "Ask an administrator of your firm, or ask to be made one.");
            case NOBODY_OF_THE_FIRM -> Problem.notFound();
            case CLASS_NOT_ALLOWED ->
                    refused(
                            HttpStatus.FORBIDDEN,
                            "class-not-allowed",
                            "Only members hold an office",
                            "A firm's administrators and delegates are members. Invite this person"
                                    + " as a member first.");
            case LAST_ADMINISTRATOR ->
                    refused(
                            HttpStatus.CONFLICT,
                            "last-administrator",
                            "A firm needs an administrator",
                            "This is the firm's last administrator. Name another one first.");
            case LAST_DELEGATE ->
                    refused(
                            HttpStatus.CONFLICT,
                            "last-delegate",
                            "A firm needs a delegate",
                            "This is the firm's last delegate. Name another one first.");
            case SEATS_BELOW_MEMBERS ->
                    refused(
                                    HttpStatus.CONFLICT,
                                    "seats-below-members",
                                    "More people than seats",
                                    "The firm has more people here. Seats take nobody's away: set at"
                                            + " least as many as there are people.")
                            .error("/seats", "is less than the firm has people");
        };
    }

    private static Problem refused(HttpStatus status, String kebab, String title, String detail) {
        return Problem.refusal(status, kebab, title, detail);
    }
}
