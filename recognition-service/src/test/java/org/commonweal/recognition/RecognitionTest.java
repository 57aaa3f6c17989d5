package org.commonweal.recognition;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.test.TestBus;
import org.commonweal.platform.test.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * The service on a real database and a real broker; facts come to it as other services' events do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
abstract class RecognitionTest {

    static final Duration SOON = Duration.ofSeconds(60);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    TestDatabase database;
    TestTokens tokens;
    TestBus bus;
    ConfigurableApplicationContext service;
    WebTestClient http;

    @BeforeAll
    void startTheService() {
        database = TestDatabase.create(migrations());
        tokens = TestTokens.start();
        bus = TestBus.start(TestServers.kafka(), "recognition");
        run();
    }

    /** The schemas that the test's database has. */
    TestDatabase.Migrations[] migrations() {
        return new TestDatabase.Migrations[] {TestDatabase.Migrations.of("recognition")};
    }

    void run() {
        service = SpringApplication.run(RecognitionServiceApplication.class, settings());
        http = WebTestClient.bindToServer().baseUrl(address()).responseTimeout(SOON).build();
    }

    String address() {
        return "http://127.0.0.1:"
                + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Arguments, because they outrank the defaults in the service's files. */
    String[] settings() {
        var settings = new HashMap<String, String>(database.properties());
        settings.putAll(tokens.properties());
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("spring.kafka.bootstrap-servers", TestServers.kafka());
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    @AfterAll
    void stopTheService() {
        service.close();
        bus.close();
        tokens.close();
        database.close();
    }

    /** A member of an alliance, known to the service when this returns. */
    Someone member(UUID alliance, UUID organization) {
        var someone = new Someone(alliance, id(), organization, "sub-" + COUNTER.incrementAndGet());
        standing(someone, "ACTIVE", 1);
        await(() -> get(someone, "/ledger/mine").expectStatus().isOk());
        return someone;
    }

    /** A member who acts for the organization. */
    Someone delegate(UUID alliance, UUID organization) {
        var someone = new Someone(alliance, id(), organization, "sub-" + COUNTER.incrementAndGet());
        standing(someone, "MEMBER", "ACTIVE", 1, true);
        await(() -> get(someone, "/ledger/mine").expectStatus().isOk());
        return someone;
    }

    /** A fact of another service. */
    void tell(String type, UUID alliance, UUID subject, Object payload) {
        bus.send(type, alliance, subject, payload);
    }

    void standing(Someone someone, String state, long version) {
        standing(someone, "MEMBER", state, version);
    }

    /** Of a guest, bound to whatever call. */
    void standing(Someone someone, String as, String state, long version) {
        standing(someone, as, state, version, false);
    }

    void standing(Someone someone, String as, String state, long version, boolean delegate) {
        tell(
                "membership.standing-changed.v1",
                someone.alliance(),
                someone.person(),
                Map.of(
                        "person",
                        someone.person(),
                        "organization",
                        someone.organization(),
                        "call",
                        someone.person(),
                        "class",
                        as,
                        "state",
                        state,
                        "delegate",
                        delegate,
                        "version",
                        version,
                        "logins",
                        List.of(Map.of("issuer", tokens.issuer(), "subject", someone.subject()))));
    }

    static void await(org.awaitility.core.ThrowingRunnable assertion) {
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
        return http.put()
                .uri("/api/alliances/" + someone.alliance() + path)
                .headers(headers -> headers.setBearerAuth(tokens.of(someone.subject())))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** The problem's body, to look further. */
    static BodyContentSpec refused(ResponseSpec answer, int status, String type) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:" + type);
    }

    /** A new UUIDv7, as a client makes it. */
    static UUID id() {
        var millis = Instant.now().toEpochMilli() << 16;
        return Ids.derived(new UUID(millis, COUNTER.incrementAndGet()), COUNTER.incrementAndGet());
    }

    record Someone(UUID alliance, UUID person, UUID organization, String subject) {}
}
