package org.commonweal.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts as a demo person on the public API, with that person's own token. */
final class SeedClient {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient http;
    private final URI gateway;
    private final DemoAlliance alliance;
    private final DemoLogin login;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    SeedClient(HttpClient http, URI gateway, DemoAlliance alliance, DemoLogin login) {
        this.http = http;
        this.gateway = gateway;
        this.alliance = alliance;
        this.login = login;
    }

    /** Sends the act until it is kept; what was kept before is answered in the same way. */
    JsonNode put(String mail, String path, UUID id, Map<String, ?> body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        return untilKept(
                mail,
                HttpRequest.newBuilder(gateway.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", id.toString())
                        .PUT(BodyPublishers.ofString(json)));
    }

    JsonNode get(String mail, String path) {
        return untilKept(mail, HttpRequest.newBuilder(gateway.resolve(path)).GET());
    }

    private JsonNode untilKept(String mail, HttpRequest.Builder request) {
        var token = tokens.computeIfAbsent(mail, this::token);
        var sent = request.timeout(ANSWER_LIMIT).header("Authorization", "Bearer " + token).build();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var response = send(sent);
            if (response.statusCode() < 300) {
                return JsonMapper.shared().readTree(response.body());
            }
            if (!isTooEarly(response) || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%s %s as %s: %d %s"
                                .formatted(
                                        sent.method(),
                                        sent.uri().getPath(),
                                        mail,
                                        response.statusCode(),
                                        response.body()));
            }
            pause();
        }
    }

    /** What one service keeps, another hears of a moment later. */
    private static boolean isTooEarly(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 404, 502, 503, 504 -> true;
            case 422 -> response.body().contains("-unknown\"");
            default -> false;
        };
    }

    private String token(String mail) {
        var person = alliance.people().stream().filter(p -> p.mail().equals(mail)).findFirst();
        return login.accessToken(alliance, person.orElseThrow());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request.uri(), e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
