package org.commonweal.membership.deputizing;

import org.commonweal.membership.domain.Deputy;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when nobody becomes a deputy. */
final class DeputyProblems {

    private static final String DELEGATES = "A delegate names who stands in during an absence.";
    private static final String COLLEAGUE = "Name another member of your own firm.";
    private static final String ANYHOW =
            "This person votes for your firm anyhow. Nothing needs to be named.";
    private static final String DATES =
            "Say a time that ends in the future, at most %d days long."
                    .formatted(Deputy.LONGEST.toDays());
    private static final String OTHER_TIME =
            "End that one first, or name somebody for another time.";
    private static final String AGAIN =
            "It was answered, was ended, or its time has passed. The delegate can name a deputy"
                    + " again.";

    private DeputyProblems() {}

    static Problem of(Deputy.Refusal reason) {
        return switch (reason) {
            case NOT_A_DELEGATE ->
                    refused(
                            HttpStatus.FORBIDDEN,
                            "not-a-delegate",
                            "You are no delegate",
                            DELEGATES);
            case NO_COLLEAGUE ->
                    unfit("deputy-no-colleague", "Nobody else of your firm", COLLEAGUE)
                            .error("/person", "is not another member of your firm");
            case DATES ->
                    unfit("deputy-dates", "No such absence", DATES)
                            .error("/until", "ends an absence that is possible");
            case DELEGATE_TOO -> conflict("deputy-is-delegate", "A delegate already", ANYHOW);
            case OVERLAPPING ->
                    conflict("deputy-named", "Somebody is named for that time", OTHER_TIME);
            case NOT_NAMED -> Problem.notFound();
            case OVER -> conflict("deputy-over", "That is over", AGAIN);
        };
    }

    private static Problem unfit(String kebab, String title, String detail) {
        return refused(HttpStatus.UNPROCESSABLE_CONTENT, kebab, title, detail);
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return refused(HttpStatus.CONFLICT, kebab, title, detail);
    }

    private static Problem refused(HttpStatus status, String kebab, String title, String detail) {
        return Problem.refusal(status, kebab, title, detail);
    }
}
