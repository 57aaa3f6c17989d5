package org.commonweal.membership.agreements;

import org.commonweal.membership.domain.Agreement;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a version is not written or not accepted. */
final class AgreementProblems {

    private AgreementProblems() {}

    static Problem of(Agreement.Refusal reason) {
        return switch (reason) {
            case NOT_A_DELEGATE -> notADelegate();
            case CHANGED_MEANWHILE -> Problem.changedMeanwhile();
            case TOO_MANY -> tooMany();
            case CHANGES_MISSING -> changesMissing();
            case DATE_PAST -> datePast();
            case VERSION_UNKNOWN -> Problem.notFound();
            case SUPERSEDED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "agreement-superseded",
                            "A newer version is in force",
                            "Read the version in force, and accept that one.");
        };
    }

    private static Problem notADelegate() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "not-a-delegate",
                "Only a delegate may do this",
                "Delegates write agreements; everybody reads and accepts. Ask your firm's.");
    }

    private static Problem tooMany() {
        return Problem.refusal(
                HttpStatus.CONFLICT,
                "agreements-full",
                "There are enough agreements",
                "An alliance has at most %d agreements of %d versions each."
                        .formatted(Agreement.AGREEMENTS_MOST, Agreement.VERSIONS_MOST));
    }

    private static Problem changesMissing() {
        return Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "agreement-changes-missing",
                        "Say what changed",
                        "Write at least %d characters on what differs from the version before."
                                .formatted(Agreement.CHANGES_LEAST))
                .error("/changes", "says what is different");
    }

    private static Problem datePast() {
        return Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "agreement-date-past",
                        "The date has passed",
                        "A version is required from a moment to come; without one, from now on.")
                .error("/requiredFrom", "lies in the future, or is left out");
    }
}
