package org.commonweal.membership.firmleaving;

import org.commonweal.membership.domain.Departure;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a firm's leaving is refused. */
final class FirmExitProblems {

    private FirmExitProblems() {}

    static Problem of(Departure.Refusal reason) {
        return switch (reason) {
            case OTHER_FIRM ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "other-firm",
                            "Not your firm",
                            "Each firm decides for itself; this one is not yours.");
            case NOT_AN_ADMINISTRATOR ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "not-an-administrator",
                            "Only an administrator of the firm may do this",
                            "An administrator of your firm takes it out. You may leave alone.");
            case UNCONFIRMED -> unconfirmed();
            case NO_SUCH_DAY -> noSuchDay();
            case NOT_LEAVING ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "firm-not-leaving",
                            "The firm has said no last day",
                            "It stays as it is; there is nothing to take back.");
        };
    }

    private static Problem unconfirmed() {
        return Problem.refusal(
                        HttpStatus.CONFLICT,
                        "exit-unconfirmed",
                        "The number of people is another one",
                        "Read again how many memberships end with the firm's, and confirm that"
                                + " number.")
                .error("/people", "is not how many people the firm has");
    }

    private static Problem noSuchDay() {
        return Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "last-day-out-of-reach",
                        "This cannot be the last day",
                        "Say today or a later day within a year, or no day to leave at once.")
                .error("/lastDay", "is past, or more than a year ahead");
    }
}
