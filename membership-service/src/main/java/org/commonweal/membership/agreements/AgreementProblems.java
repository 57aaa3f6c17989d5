package org.commonweal.membership.agreements;

import org.commonweal.membership.domain.Agreement;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said when a version is not written or not accepted. */
final class AgreementProblems {

    private AgreementProblems() {}

    static Problem of(Agreement.Refusal reason) {
        return switch (reason) {
            case NOT_A_DELEGATE ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "not-a-delegate",
                            "Only a delegate may do this",
                            "Delegates write agreements; everybody reads and accepts. Ask your"
                                    + " firm's.");
            case CHANGED_MEANWHILE -> Problem.changedMeanwhile();
            case TOO_MANY ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "agreements-full",
                            "There are enough agreements",
                            "An alliance has at most %d agreements of %d versions each."
                                    .formatted(
                                            Agreement.AGREEMENTS_MOST, Agreement.VERSIONS_MOST));
            case CHANGES_MISSING ->
                    unfit(
                                    "agreement-changes-missing",
                                    "Say what changed",
                                    "Everybody is asked again: write at least %d characters on what"
                                            .formatted(Agreement.CHANGES_LEAST)
                                            + " is different from the version before.")
                            .error("/changes", "says what is different");
            case DATE_PAST ->
                    unfit(
                                    "agreement-date-past",
                                    "The date has passed",
                                    "A version is required from a moment to come, or from now on when"
                                            + " no moment is given.")
                            .error("/requiredFrom", "lies in the future, or is left out");
            case VERSION_UNKNOWN -> Problem.notFound();
            case SUPERSEDED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "agreement-superseded",
                            "A newer version is in force",
                            "Read the version in force, and accept that one.");
        };
    }

    private static Problem unfit(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.UNPROCESSABLE_CONTENT, kebab, title, detail);
    }
}
