package org.commonweal.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.commonweal.gateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Flux;

class LimitsTest extends GatewayTest {

    private static final String OPEN_BREAKER =
            "resilience4j_circuitbreaker_state\\{[^}]*name=\"recognition\"[^}]*state=\"open\"[^}]*} 1.0";
    private static final String ALLIANCE = "/api/alliances/019ab87d-30de-75be-acef-ff8134f76a14";

    @Test
    void who_asks_too_often_is_told_when_to_come_back_and_nobody_else_waits() {
        EntityExchangeResult<String> answer = get("/api/me", "busy");
        assertThat(answer.getResponseHeaders().getFirst("RateLimit-Policy"))
                .isEqualTo("\"login\";q=200;w=60");
        assertThat(answer.getResponseHeaders().getFirst("RateLimit")).startsWith("\"login\";r=199");

        // Some come back while we ask, three in a second.
        for (int i = 0; i < 2 * REQUESTS_PER_MINUTE && answer.getStatus() == HttpStatus.OK; i++) {
            answer = get("/api/me", "busy");
        }

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(answer.getResponseBody()).contains("urn:commonweal:refusal:too-many-requests");
        assertThat(get("/api/me", "calm").getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(send("/api/alliances/1/history", "busy", lines(3)).getStatus())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void a_body_over_the_limit_is_refused_also_when_its_length_is_not_told() {
        int twoMebibytes = 2 * 1024;

        EntityExchangeResult<String> chunked =
                send(ALLIANCE + "/contributions", "writer", lines(twoMebibytes));
        EntityExchangeResult<String> told =
                browser()
                        .send(
                                HttpMethod.POST,
                                ALLIANCE + "/contributions",
                                request ->
                                        request.header("Authorization", bearer("writer"))
                                                .bodyValue("x".repeat(twoMebibytes * 1024)));

        assertThat(chunked.getStatus()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(told.getStatus()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(told.getResponseBody()).contains("urn:commonweal:refusal:body-too-large");
    }

    @Test
    void history_streams_through_at_any_length() {
        int kibibytes = 20 * 1024;

        EntityExchangeResult<String> answer =
                send(ALLIANCE + "/history", "importer", lines(kibibytes));

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(service("contribution").next().bodyLength()).isEqualTo(kibibytes * 1024L);
    }

    @Test
    void a_service_that_is_gone_is_a_problem_with_a_time_to_come_back() {
        service("recognition").goAway();
        try {
            for (int i = 0; i < 20; i++) {
                EntityExchangeResult<String> answer = get(ALLIANCE + "/thanks", "member");

                assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("2");
                assertThat(answer.getResponseBody())
                        .contains("urn:commonweal:refusal:not-available");
            }
            assertThat(get("/actuator/prometheus", MANAGEMENT, "member").getResponseBody())
                    .containsPattern(OPEN_BREAKER);
        } finally {
            service("recognition").comeBack();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(ALLIANCE + "/thanks", "member").getStatus() == HttpStatus.OK);
    }

    @Test
    void a_service_that_is_killed_while_it_answers_is_not_our_mistake() {
        service("purpose").dieAtTheNextRequest();
        try {
            EntityExchangeResult<String> answer = get(ALLIANCE + "/goals", "member");

            assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("2");
        } finally {
            service("purpose").comeBack();
        }
    }

    private static Flux<DataBuffer> lines(int kibibytes) {
        byte[] line = ("x".repeat(1023) + "\n").getBytes(StandardCharsets.US_ASCII);
        return Flux.fromStream(() -> IntStream.range(0, kibibytes).boxed())
                .map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(line));
    }

    private static EntityExchangeResult<String> send(
            String path, String subject, Flux<DataBuffer> body) {
        return browser()
                .send(
                        HttpMethod.POST,
                        path,
                        request ->
                                request.header("Authorization", bearer(subject))
                                        .header("Content-Type", "application/x-ndjson")
                                        .body(body, DataBuffer.class));
    }

    private static EntityExchangeResult<String> get(String path, String subject) {
        return get(path, "", subject);
    }

    private static EntityExchangeResult<String> get(String path, String host, String subject) {
        return browser()
                .send(
                        HttpMethod.GET,
                        host + path,
                        request -> request.header("Authorization", bearer(subject)));
    }

    private static String bearer(String subject) {
        return "Bearer " + PROVIDER.bearer(subject);
    }
}
