package org.commonweal.purpose;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * The service on a real database and a real broker; who belongs comes to it as membership-service's
 * events do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PurposeTest {

    static final Duration SOON = Duration.ofSeconds(20);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    TestDatabase database;
    TestTokens tokens;
    TestBus bus;
    ConfigurableApplicationContext service;
    WebTestClient http;

    @BeforeAll
    void startTheService() {
        database = TestDatabase.create(TestDatabase.Migrations.of("purpose"));
        tokens = TestTokens.start();
        bus = TestBus.start(TestServers.kafka());
        service = SpringApplication.run(PurposeServiceApplication.class, arguments());
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        http =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(SOON)
                        .build();
    }

    private String[] arguments() {
        return Stream.of(
                        database.properties(),
                        tokens.properties(),
                        Map.of(
                                "server.port", "0",
                                "management.server.port", "0",
                                "commonweal.due-interval", "50ms",
                                "spring.kafka.bootstrap-servers", TestServers.kafka()))
                .flatMap(properties -> properties.entrySet().stream())
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    @AfterAll
    void stopTheService() {
        service.close();
        bus.close();
        tokens.close();
        database.close();
    }

    /** An alliance whose quorum is a half, threshold two thirds, shortest ballot ten minutes. */
    UUID alliance() {
        var alliance = id();
        found(alliance, 500_000, 666_666, "PT10M");
        return alliance;
    }

    void found(UUID alliance, int quorum, int threshold, String ballotMinimum) {
        bus.send(
                "membership.alliance-founded.v1",
                alliance,
                alliance,
                Map.of(
                        "alliance",
                        alliance,
                        "timeZone",
                        "Europe/Lisbon",
                        "charter",
                        Map.of(
                                "quorumPerMillion",
                                quorum,
                                "thresholdPerMillion",
                                threshold,
                                "ballotMinimum",
                                ballotMinimum)));
    }

    Someone delegate(UUID alliance) {
        return known(someone(alliance, id()), true);
    }

    Someone delegate(UUID alliance, UUID organization) {
        return known(someone(alliance, organization), true);
    }

    Someone member(UUID alliance, UUID organization) {
        return known(someone(alliance, organization), false);
    }

    static Someone someone(UUID alliance, UUID organization) {
        return new Someone(alliance, id(), organization, "sub-" + COUNTER.incrementAndGet());
    }

    /** The service knows the standing when this returns. */
    private Someone known(Someone someone, boolean delegate) {
        standing(someone, "ACTIVE", delegate, 1);
        await(() -> get(someone, "/purpose").expectStatus().isOk());
        return someone;
    }

    void standing(Someone someone, String state, boolean delegate, long version) {
        bus.send(
                "membership.standing-changed.v1",
                someone.alliance(),
                someone.person(),
                Map.of(
                        "person",
                        someone.person(),
                        "organization",
                        someone.organization(),
                        "class",
                        "MEMBER",
                        "state",
                        state,
                        "delegate",
                        delegate,
                        "version",
                        version,
                        "logins",
                        List.of(Map.of("issuer", tokens.issuer(), "subject", someone.subject()))));
    }

    static void await(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    ResponseSpec get(Someone someone, String path) {
        return http.get()
                .uri("/api/alliances/" + someone.alliance() + path)
                .headers(headers -> headers.setBearerAuth(tokens.of(someone.subject())))
                .exchange();
    }

    ResponseSpec put(Someone someone, String path, Object body) {
        return send(HttpMethod.PUT, someone, path, body, id(), null);
    }

    ResponseSpec send(
            HttpMethod method,
            Someone someone,
            String path,
            Object body,
            UUID key,
            @Nullable String ifMatch) {
        return http.method(method)
                .uri("/api/alliances/" + someone.alliance() + path)
                .headers(headers -> headers.setBearerAuth(tokens.of(someone.subject())))
                .header("Idempotency-Key", key.toString())
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.setIfMatch(ifMatch);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    static void refused(ResponseSpec answer, int status, String kind) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:" + kind);
    }

    /** A new UUIDv7, as a client makes it. */
    static UUID id() {
        var millis = Instant.now().toEpochMilli() << 16;
        return Ids.derived(new UUID(millis, COUNTER.incrementAndGet()), COUNTER.incrementAndGet());
    }

    record Someone(UUID alliance, UUID person, UUID organization, String subject) {}
}
