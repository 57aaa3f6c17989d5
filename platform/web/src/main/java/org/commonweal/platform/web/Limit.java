package org.commonweal.platform.web;

import org.springframework.http.HttpStatus;

/** How many items a page holds: 1 to 200, 50 when the client does not say. */
public final class Limit {

    public static final String DEFAULT = "50";
    private static final int MOST = 200;

    private Limit() {}

    /**
     * The limit itself.
     *
     * @throws RefusedException 400 outside of [1, 200]
     */
    public static int of(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(
                    Problem.refusal(
                            HttpStatus.BAD_REQUEST,
                            "limit-out-of-range",
                            "The page is too large or too small",
                            "limit must be between 1 and " + MOST + "."));
        }
        return limit;
    }
}
