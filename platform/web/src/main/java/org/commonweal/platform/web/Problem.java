package org.commonweal.platform.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.platform.operating.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A refusal at the edge (RFC 9457): a stable {@code urn:commonweal:refusal:<kebab>} for clients, a
 * detail in plain words that says what would be allowed.
 */
public final class Problem {

    private static final String URN = "urn:commonweal:refusal:";

    private final String kebab;
    private final ProblemDetail body;
    private final HttpHeaders headers = new HttpHeaders();
    private final List<Map<String, String>> errors = new ArrayList<>();
    private final Map<String, String> allowed = new LinkedHashMap<>();

    private Problem(HttpStatus status, String kebab, String title, String detail) {
        this.kebab = kebab;
        body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(URN + kebab));
        body.setTitle(title);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    public static Problem refusal(HttpStatus status, String kebab, String title, String detail) {
        return new Problem(status, kebab, title, detail);
    }

    /** The one answer for what is not there and for what is not the caller's to see. */
    public static Problem notFound() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is nothing here, or nothing that you may see.");
    }

    /** The id stands for another request already. */
    public static Problem idTaken() {
        return new Problem(
                HttpStatus.CONFLICT,
                "id-taken",
                "This id stands for something else",
                "The id was used before with another content. Use a new UUIDv7 for a new request.");
    }

    /** Two people changed the same thing; nothing of this request was kept. */
    public static Problem changedMeanwhile() {
        return new Problem(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "It changed meanwhile",
                "Somebody else changed this at the same moment. Read it again, then repeat.");
    }

    /** Nothing wrong with the request; the same one may succeed after {@code seconds}. */
    public static Problem unavailable(String kebab, String detail, int seconds) {
        var problem =
                new Problem(HttpStatus.SERVICE_UNAVAILABLE, kebab, "Not available now", detail);
        problem.headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return problem;
    }

    /**
     * Names one fault of the input.
     *
     * @param pointer JSON pointer into the request's body, e.g. {@code /deadline}
     */
    public Problem error(String pointer, String message) {
        errors.add(Map.of("pointer", pointer, "message", message));
        return this;
    }

    /** Says something more to programs, under a name of its own. */
    public Problem about(String name, Object value) {
        body.setProperty(name, value);
        return this;
    }

    /** Names an act that would be allowed instead. */
    public Problem allowed(String relation, String href) {
        allowed.put(relation, href);
        return this;
    }

    /** The answer; its type parameter is free so that it fits beside a success. */
    @SuppressWarnings("unchecked") // a refusal has a problem's body whatever a success would have
    public <T> ResponseEntity<T> response() {
        return (ResponseEntity<T>) entity();
    }

    ResponseEntity<Object> entity() {
        Refusals.count(kebab);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        if (!allowed.isEmpty()) {
            body.setProperty("allowed", allowed);
        }
        return ResponseEntity.status(body.getStatus()).headers(headers).body(body);
    }
}
