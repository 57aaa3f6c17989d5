package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Every operation, asked by whoever may not: nobody, a member of another alliance, a former one.
 */
class StrangersTest extends RecognitionTest {

    private static final List<String> READS =
            List.of("/ledger/mine", "/ledger/group", "/thanks", "/health");

    private final UUID firm = id();

    @Test
    void nobody_in_particular_is_told_to_log_in() {
        var path = "/api/alliances/" + id();
        for (var read : READS) {
            refused(http.get().uri(path + read).exchange(), 401, "not-logged-in");
        }
        for (var token :
                List.of(
                        tokens.expired("somebody"),
                        tokens.forAnotherAudience("somebody"),
                        tokens.signedByAStranger("somebody"))) {
            http.get()
                    .uri(path + "/health")
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
        refused(
                http.put()
                        .uri(path + "/thanks/" + id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(thanks())
                        .exchange(),
                401,
                "not-logged-in");
    }

    @Test
    void another_alliance_looks_like_none() {
        var insider = member(id(), firm);
        var stranger = member(id(), firm);
        var outside = new Someone(insider.alliance(), stranger.person(), firm, stranger.subject());
        everythingIsNotFound(outside);
        var nowhere = new Someone(id(), stranger.person(), firm, stranger.subject());
        everythingIsNotFound(nowhere);
        assertThat(answer(outside)).isEqualTo(answer(nowhere));
    }

    @Test
    void whoever_has_left_is_refused_everywhere() {
        var former = member(id(), firm);
        standing(former, "ENDED", 2);
        await(() -> get(former, "/health").expectStatus().isNotFound());
        everythingIsNotFound(former);
    }

    @Test
    void the_platforms_own_port_tells_health_and_metrics_and_nothing_else() {
        var port = service.getEnvironment().getRequiredProperty("local.management.port");
        var management =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(SOON)
                        .build();
        for (var probe : List.of("health", "health/liveness", "health/readiness", "prometheus")) {
            management.get().uri("/actuator/" + probe).exchange().expectStatus().isOk();
        }
        var insider = member(id(), firm);
        for (var more : List.of("", "/env", "/beans", "/heapdump", "/health/r2dbc", "/loggers")) {
            refused(management.get().uri("/actuator" + more).exchange(), 401, "not-logged-in");
            management
                    .get()
                    .uri("/actuator" + more)
                    .headers(headers -> headers.setBearerAuth(tokens.of(insider.subject())))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    private void everythingIsNotFound(Someone someone) {
        for (var read : READS) {
            refused(get(someone, read), 404, "not-found");
        }
        refused(put(someone, "/thanks/" + id(), thanks()), 404, "not-found");
    }

    /** The body without the path that was asked, which differs of course. */
    private String answer(Someone someone) {
        var body = get(someone, "/health").expectBody(String.class).returnResult();
        return String.valueOf(body.getResponseBody()).replace(someone.alliance().toString(), "");
    }

    private static Map<String, Object> thanks() {
        return Map.of("contribution", id(), "text", "Thank you.");
    }
}
