package org.commonweal.purpose.loading;

import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said to whoever sees a thing and belongs as something that may not change it. */
public final class ClassProblems {

    private ClassProblems() {}

    public static Problem membersAlone() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "class-not-allowed",
                "Members decide on purpose and goals",
                "Members write drafts, put to the vote and set goals. You may read them, and"
                        + " contribute.");
    }
}
