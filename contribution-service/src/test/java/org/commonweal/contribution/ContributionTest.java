package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.test.TestBus;
import org.commonweal.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service on a real database and a real broker; who belongs and what is aimed at comes to it as
 * the other services' events do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
abstract class ContributionTest {

    static final Duration SOON = Duration.ofSeconds(60);
    static final JsonMapper JSON = JsonMapper.shared();

    private static final AtomicInteger COUNTER = new AtomicInteger();

    TestDatabase database;
    String brokers;
    TestTokens tokens;
    TestBus bus;
    ConfigurableApplicationContext service;
    WebTestClient http;

    @BeforeAll
    void startTheService() {
        database = createDatabase();
        brokers = kafka();
        tokens = TestTokens.start();
        bus = TestBus.start(brokers, "contribution");
        run();
    }

    /** The schemas that the test's database has. */
    TestDatabase.Migrations[] migrations() {
        return new TestDatabase.Migrations[] {TestDatabase.Migrations.of("contribution")};
    }

    TestDatabase createDatabase() {
        return TestDatabase.create(migrations());
    }

    String kafka() {
        return TestServers.kafka();
    }

    void run() {
        service = SpringApplication.run(ContributionServiceApplication.class, arguments());
        http =
                WebTestClient.bindToServer()
                        .baseUrl(address())
                        .responseTimeout(SOON)
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                        .build();
    }

    String address() {
        return "http://127.0.0.1:"
                + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** What a test sets beside. */
    Map<String, String> more() {
        return Map.of();
    }

    int managementPort() {
        return Integer.parseInt(
                service.getEnvironment().getRequiredProperty("local.management.port"));
    }

    /** What points a service at the test's servers. */
    Map<String, String> properties() {
        var properties = new TreeMap<String, String>(database.properties());
        properties.putAll(tokens.properties());
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.put("commonweal.database.pool-max", "4");
        properties.put("commonweal.due-interval", "50ms");
        properties.put("spring.kafka.bootstrap-servers", brokers);
        properties.putAll(more());
        return properties;
    }

    String[] arguments() {
        return properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    @AfterAll
    void stopTheService() {
        service.close();
        bus.close();
        tokens.close();
        database.close();
        stopTheServers();
    }

    /** Those of a test's own. */
    void stopTheServers() {}

    /** A fact of another service. */
    void tell(String type, UUID alliance, UUID subject, Object payload) {
        bus.send(type, alliance, subject, payload);
    }

    /** An alliance with its own limit of 48 hours; its founder is known but no member. */
    UUID alliance(UUID founder, boolean history) {
        var alliance = id();
        tell(
                "membership.alliance-founded.v1",
                alliance,
                alliance,
                Map.of(
                        "alliance", alliance,
                        "acknowledgementLimit", "PT48H",
                        "founder", founder,
                        "history", history));
        return alliance;
    }

    UUID alliance() {
        return alliance(id(), false);
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
    Someone known(Someone someone, boolean delegate) {
        standing(someone, "ACTIVE", delegate, 1);
        await(() -> get(someone, "/needed-of-me").expectStatus().isOk());
        return someone;
    }

    void standing(Someone someone, String state, boolean delegate, long version) {
        standing(someone, "MEMBER", null, state, delegate, version);
    }

    /** Known as of that class when this returns; a guest, bound to the call. */
    Someone known(Someone someone, String as, @Nullable UUID call) {
        standing(someone, as, call, call == null ? "ACTIVE" : "GUEST", false, 1);
        await(() -> get(someone, "/contributions").expectStatus().isOk());
        return someone;
    }

    void standing(
            Someone someone,
            String as,
            @Nullable UUID call,
            String state,
            boolean delegate,
            long version) {
        tell(
                "membership.standing-changed.v1",
                someone.alliance(),
                someone.person(),
                new Standing(
                        someone.person(),
                        someone.organization(),
                        as,
                        call,
                        state,
                        delegate,
                        version,
                        List.of(Map.of("issuer", tokens.issuer(), "subject", someone.subject()))));
    }

    /** The service knows the goal when this returns. */
    UUID goal(UUID alliance, UUID owner) {
        return goal(alliance, owner, id());
    }

    UUID goal(UUID alliance, UUID owner, UUID purpose) {
        var goal = id();
        tell(
                "purpose.goal-set.v1",
                alliance,
                goal,
                Map.of(
                        "goal", goal,
                        "purpose", purpose,
                        "title", "One list for all",
                        "unit", "matters",
                        "baseline", "1.5",
                        "target", "40",
                        "due", "2027-06-30",
                        "owner", owner));
        await(() -> count(alliance, "goal WHERE id = '" + goal + "'", 1));
        return goal;
    }

    /** A contribution that is live when this returns. */
    UUID submitted(Someone author, UUID goal, String title) {
        var id = id();
        put(author, "/contributions/" + id, contribution(goal, title)).expectStatus().isCreated();
        return id;
    }

    static String contribution(UUID goal, String title) {
        return """
        {"goal":"%s","kind":"PIECE","title":"%s","body":"# What\\n\\nand how"}\
        """
                .formatted(goal, title);
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

    JsonNode read(Someone someone, String path) {
        var body =
                get(someone, path)
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JSON.readTree(String.valueOf(body));
    }

    ResponseSpec put(Someone someone, String path, String body) {
        return http.put()
                .uri("/api/alliances/" + someone.alliance() + path)
                .headers(headers -> headers.setBearerAuth(tokens.of(someone.subject())))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    static void refused(ResponseSpec answer, int status, String kind) {
        var body =
                answer.expectStatus()
                        .isEqualTo(status)
                        .expectHeader()
                        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(JSON.readTree(String.valueOf(body)).path("type").asString())
                .as("%s", body)
                .isEqualTo("urn:commonweal:refusal:" + kind);
    }

    /** The first column of a query by the service's own role, inside the alliance. */
    List<String> query(UUID alliance, String sql) {
        try (var connection = database.connect("contribution");
                var statement = connection.createStatement()) {
            statement.execute("SET app.alliance = '" + alliance + "'");
            var rows = statement.executeQuery(sql);
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void count(UUID alliance, String sql, int expected) {
        assertThat(query(alliance, "SELECT count(*) FROM " + sql))
                .as(sql)
                .containsExactly(String.valueOf(expected));
    }

    /** Moves the database's clock, as the schema's owner, who alone can. */
    void shift(String interval) throws SQLException {
        try (var connection = database.connect("commonweal_ddl");
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO contribution.clock VALUES (interval '" + interval + "')");
        }
    }

    /** A new UUIDv7, as a client makes it. */
    static UUID id() {
        var millis = Instant.now().toEpochMilli() << 16;
        return Ids.derived(new UUID(millis, COUNTER.incrementAndGet()), COUNTER.incrementAndGet());
    }

    record Standing(
            UUID person,
            UUID organization,
            @JsonProperty("class") String as,
            @Nullable UUID call,
            String state,
            boolean delegate,
            long version,
            List<Map<String, String>> logins) {}

    record Someone(UUID alliance, UUID person, UUID organization, String subject) {}
}
