package org.commonweal.gateway.web;

import java.net.URI;
import java.util.Map;
import org.commonweal.platform.operating.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The problem details that the gateway itself answers; every one has a stable type. */
public final class Problems {

    /** How long a client should wait before it tries again what was not available. */
    static final String RETRY_AFTER_SECONDS = "2";

    private static final String TYPE = "urn:commonweal:refusal:";

    private static final Map<Integer, Problem> BY_STATUS =
            Map.of(
                    400, new Problem("not-readable", "The request cannot be read."),
                    401, new Problem("not-logged-in", "Log in, then repeat the request."),
                    403, new Problem("not-allowed", "You may not do this."),
                    404,
                            new Problem(
                                    "not-found",
                                    "There is nothing here, or it is not yours to see."),
                    405,
                            new Problem(
                                    "method-not-allowed", "This address knows other methods only."),
                    413,
                            new Problem(
                                    "body-too-large",
                                    "Send at most 1 MiB, or use the bulk endpoint."),
                    429, new Problem("too-many-requests", "Wait as long as Retry-After says."),
                    503,
                            new Problem(
                                    "not-available", "This part is not answering; try again soon."),
                    504,
                            new Problem(
                                    "too-slow",
                                    "This part did not answer in time; try again soon."));

    private Problems() {}

    /** The problem for a status; any status without words of its own is told plainly. */
    public static ProblemDetail of(HttpStatusCode status) {
        Problem known = BY_STATUS.get(status.value());
        if (known == null) {
            known = status.is4xxClientError() ? BY_STATUS.get(400) : null;
        }
        return known == null
                ? of(status, "failed", "Something failed here. It has been noted.")
                : of(status, known.type(), known.detail());
    }

    public static ProblemDetail of(HttpStatusCode status, String type, String detail) {
        Refusals.count(type);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + type));
        HttpStatus named = HttpStatus.resolve(status.value());
        problem.setTitle(named == null ? "Refused" : named.getReasonPhrase());
        return problem;
    }

    private record Problem(String type, String detail) {}
}
