package org.commonweal.e2e;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.commonweal.local.ClientIds;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Person;
import org.commonweal.local.demo.DemoLogin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A demo person with a token of the own firm's provider, who does what a good client does: repeats
 * an act with the same id until it is answered.
 */
final class Member {

    private static final DemoAlliance DEMO = DemoAlliance.load();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final Entrance entrance;
    private final DemoAlliance alliance;
    private final Person person;
    private String token;

    /** Somebody of those firms, who logs in at their own. */
    Member(Entrance entrance, DemoAlliance alliance, Person person) {
        this.entrance = entrance;
        this.alliance = alliance;
        this.person = person;
        this.token = login();
    }

    static Member of(Platform platform, String mail) {
        return of(platform.entrance(), mail);
    }

    static Member of(Entrance entrance, String mail) {
        var person = DEMO.people().stream().filter(p -> p.mail().equals(mail)).findFirst();
        return new Member(entrance, DEMO, person.orElseThrow());
    }

    private String login() {
        return new DemoLogin(entrance.http(), entrance.loginUrl()).accessToken(alliance, person);
    }

    String mail() {
        return person.mail();
    }

    String name() {
        return person.name();
    }

    DemoAlliance.Firm firm() {
        return alliance.firm(person.firm());
    }

    UUID id() {
        return UUID.fromString(get("/api/me").at("/person/id").asString());
    }

    JsonNode get(String path) {
        return kept("GET", path, null, null);
    }

    JsonNode put(String path, UUID id, Map<String, ?> body) {
        return kept("PUT", path, id, body);
    }

    /** The problem that an act is answered with, which must not be done. */
    JsonNode refused(int status, String path, UUID id, Map<String, ?> body) throws IOException {
        var response = send("PUT", path, id, body);
        if (response.statusCode() != status) {
            throw new AssertionError(
                    "%s as %s: %d %s"
                            .formatted(path, mail(), response.statusCode(), response.body()));
        }
        return JsonMapper.shared().readTree(response.body());
    }

    /** The answer to one merge patch of what was read in that version. */
    HttpResponse<String> change(String path, UUID id, String version, Map<String, ?> body)
            throws IOException {
        return send("PATCH", path, id, "\"" + version + "\"", body);
    }

    /**
     * Gives a piece of work.
     *
     * @param alliance its address
     */
    void submit(String alliance, Object goal, UUID piece) {
        put(
                alliance + "/contributions/" + piece,
                piece,
                Map.of(
                        "goal",
                        goal,
                        "kind",
                        "PIECE",
                        "title",
                        "Answer " + piece,
                        "body",
                        "What we say when asked."));
    }

    /** Answers another's piece of work. */
    void acknowledge(String alliance, UUID piece) {
        var id = ClientIds.next();
        put(
                alliance + "/contributions/" + piece + "/acknowledgements/" + id,
                id,
                Map.of("note", "We use it."));
    }

    /** The answer's status to one try. */
    int status(String path) throws IOException {
        return send("GET", path, null, null).statusCode();
    }

    private JsonNode kept(
            String method, String path, @Nullable UUID id, @Nullable Map<String, ?> body) {
        var answer = new AtomicReference<@Nullable JsonNode>();
        Awaitility.await(person.mail() + " " + method + " " + path)
                .atMost(Platform.PATIENCE)
                .until(() -> {
                    try {
                        answer.set(read(send(method, path, id, body)));
                    } catch (IOException killed) {
                        answer.set(null);
                    }
                    return answer.get() != null;
                });
        var json = answer.get();
        if (json == null) {
            throw new IllegalStateException("no answer");
        }
        return json;
    }

    /** Null where the same act is worth another try. */
    private @Nullable JsonNode read(HttpResponse<String> response) {
        var status = response.statusCode();
        if (status < 300) {
            return JsonMapper.shared().readTree(response.body());
        }
        if (status == 401) {
            token = login();
            return null;
        }
        if (status == 404 || (status >= 502 && status <= 504)) {
            return null;
        }
        // What one service has kept, another hears of a moment later.
        if (status == 422 && response.body().contains("-unknown\"")) {
            return null;
        }
        throw new AssertionError(
                "%s as %s: %d %s"
                        .formatted(response.uri(), person.mail(), status, response.body()));
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable UUID id, @Nullable Map<String, ?> body)
            throws IOException {
        return send(method, path, id, null, body);
    }

    private HttpResponse<String> send(
            String method,
            String path,
            @Nullable UUID id,
            @Nullable String ifMatch,
            @Nullable Map<String, ?> body)
            throws IOException {
        var json = body == null ? "" : JsonMapper.shared().writeValueAsString(body);
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        if (id != null) {
            request.header("Idempotency-Key", id.toString());
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        try {
            return entrance.http()
                    .send(request.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(entrance.url().resolve(path))
                .header("Authorization", "Bearer " + token);
    }
}
