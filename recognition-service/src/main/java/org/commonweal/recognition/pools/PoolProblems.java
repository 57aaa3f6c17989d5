package org.commonweal.recognition.pools;

import org.commonweal.platform.web.Problem;
import org.commonweal.recognition.domain.Entered;
import org.springframework.http.HttpStatus;

/** What is said when money is not written down, or does not come to count. */
final class PoolProblems {

    private PoolProblems() {}

    static Problem of(Entered.Refusal reason) {
        return switch (reason) {
            case NOT_A_DELEGATE ->
                    forbidden(
                            "not-a-delegate",
                            "Only a delegate may do this",
                            "A delegate writes down what the own organization pays. Ask yours.");
            case OWN_ENTRY ->
                    forbidden(
                            "own-entry",
                            "Another organization confirms this",
                            "Who has written it down does not confirm it, nor does anybody of the"
                                    + " same organization. Ask a delegate of another one.");
            case OTHER_FIRM ->
                    forbidden(
                            "other-firm",
                            "Not your organization's",
                            "A delegate of the organization that is to pay takes it back.");
            case FIRM_GONE ->
                    conflict(
                            "firm-gone",
                            "Nobody is left who would pay",
                            "The organization that wrote it down has left. Any delegate can take it"
                                    + " back; another organization can write it down anew.");
            case NOT_WAITING ->
                    conflict(
                            "entry-not-waiting",
                            "It was confirmed or taken back",
                            "What counts goes out by a decision; what was taken back can be written"
                                    + " down again.");
            case POOL_NOT_OPEN ->
                    conflict(
                            "pool-not-open",
                            "The pool is not confirmed",
                            "A delegate of another organization confirms the pool first.");
        };
    }

    private static Problem forbidden(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.FORBIDDEN, kebab, title, detail);
    }

    private static Problem conflict(String kebab, String title, String detail) {
        return Problem.refusal(HttpStatus.CONFLICT, kebab, title, detail);
    }
}
