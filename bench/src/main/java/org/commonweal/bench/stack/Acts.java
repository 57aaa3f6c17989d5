package org.commonweal.bench.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single acts of one person or directory, each awaited: what comes before and within a measurement.
 */
public record Acts(HttpClient http, URI base, String token) {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final int SUCCESS_MAX = 299;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 30;
    private static final Duration PAUSE = Duration.ofMillis(500);

    public JsonNode put(String path, UUID id, String json) {
        return kept(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", id.toString())
                        .PUT(BodyPublishers.ofString(json)));
    }

    /** As a directory speaks (SCIM). */
    public JsonNode scim(String method, String path, String json) {
        return kept(
                request(path)
                        .header("Content-Type", "application/scim+json")
                        .method(method, BodyPublishers.ofString(json)));
    }

    public JsonNode get(String path) {
        return kept(request(path).GET());
    }

    /** The status alone. */
    public int status(String path) {
        return send(request(path).GET(), BodyHandlers.discarding()).statusCode();
    }

    /** An answer that comes for as long as its other end wants. */
    public InputStream stream(String path) {
        var answer = send(request(path).GET(), BodyHandlers.ofInputStream());
        if (answer.statusCode() > SUCCESS_MAX) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token);
    }

    /** Again where it is said to come again: a server that was just restarted begins with that. */
    private JsonNode kept(HttpRequest.Builder request) {
        var answer = send(request.timeout(ANSWER_LIMIT), BodyHandlers.ofString());
        for (var tries = 1; answer.statusCode() == UNAVAILABLE && tries < TRIES; tries++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = send(request, BodyHandlers.ofString());
        }
        if (answer.statusCode() > SUCCESS_MAX) {
            throw new IllegalStateException(
                    answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(base + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
