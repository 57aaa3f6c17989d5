package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.DueHandler;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.test.TestBus;
import org.commonweal.platform.test.TestTokens;
import org.commonweal.purpose.domain.Matter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * The service on a real database and a real broker; who belongs comes to it as membership-service's
 * events do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PurposeTest {

    static final Duration SOON = Duration.ofSeconds(60);

    /** All four parts that a ballot needs, each with a value of its own. */
    static final Map<String, Object> COMPLETE =
            Map.of(
                    "title",
                    "One due diligence list",
                    "statement",
                    "We ask our clients the same questions once, not nineteen times.",
                    "output",
                    "A list that every firm accepts",
                    "measure",
                    "Share of matters that use it",
                    "deadline",
                    "2027-06-30",
                    "goal",
                    "Use it in half of all matters");

    /** Another community for another purpose, each part with a value of its own. */
    static final Map<String, Object> FORK =
            Map.of(
                    "title",
                    "A court of our own",
                    "statement",
                    "We settle among ourselves what our clients quarrel about.",
                    "output",
                    "Judges whom all firms trust",
                    "measure",
                    "Share of quarrels that end there",
                    "deadline",
                    "2028-03-31",
                    "goal",
                    "Twelve judgments",
                    "audience",
                    "Whoever has a quarrel",
                    "eligibility",
                    "Courts, too",
                    "reason",
                    "Not all of us want it");

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** One service for all test classes: each test has an alliance of its own. */
    static final TestDatabase database = TestDatabase.create(TestDatabase.Migrations.of("purpose"));

    static final TestTokens tokens = TestTokens.start();
    static final TestBus bus = TestBus.start(TestServers.kafka(), "purpose");
    static final ConfigurableApplicationContext service = instance();

    WebTestClient http = client(service);

    /** One more of the service, on the same database and in the same group. */
    static ConfigurableApplicationContext instance() {
        var application = new SpringApplication(PurposeServiceApplication.class);
        application.addInitializers(PurposeTest::withThreadsOfItsOwn);
        return application.run(arguments());
    }

    /** So that an instance that ends leaves the others of this process their web servers. */
    private static void withThreadsOfItsOwn(ConfigurableApplicationContext context) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        context.getBeanFactory().registerSingleton("reactorResourceFactory", resources);
        resources.setApplicationContext(context);
        resources.start();
    }

    static WebTestClient client(ConfigurableApplicationContext instance) {
        var port = instance.getEnvironment().getRequiredProperty("local.server.port");
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(SOON)
                .build();
    }

    private static String[] arguments() {
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
        sees(someone, 200);
        return someone;
    }

    /** Waits until the service answers the member so. */
    void sees(Someone someone, int status) {
        await(() -> assertThat(status(get(someone, "/purpose"))).isEqualTo(status));
    }

    void standing(Someone someone, String state, boolean delegate, long version) {
        standing(someone, new As("MEMBER", null, state, delegate), version);
    }

    void standing(Someone someone, As as, long version) {
        bus.send(
                "membership.standing-changed.v1",
                someone.alliance(),
                someone.person(),
                new Standing(
                        someone.person(),
                        someone.organization(),
                        as.participantClass(),
                        as.call(),
                        as.state(),
                        as.delegate(),
                        version,
                        List.of(Map.of("issuer", tokens.issuer(), "subject", someone.subject()))));
    }

    /**
     * As membership-service tells that a firm goes on as another one: each standing, each move, and
     * the firm last. Returns the people as they are then, who keep their logins.
     */
    List<Someone> merge(UUID into, Map<Someone, Long> versions) {
        var merged = new ArrayList<Someone>();
        versions.forEach((one, version) -> {
            bus.send(
                    "membership.standing-changed.v1",
                    one.alliance(),
                    one.person(),
                    Map.of(
                            "person",
                            one.person(),
                            "organization",
                            one.organization(),
                            "class",
                            "MEMBER",
                            "state",
                            "ENDED",
                            "delegate",
                            false,
                            "version",
                            version + 1,
                            "goesOn",
                            true,
                            "logins",
                            List.of()));
            var goesOn = new Someone(one.alliance(), one.person(), into, one.subject());
            standing(goesOn, "ACTIVE", false, version + 2);
            merged.add(goesOn);
        });
        var from = versions.keySet().iterator().next();
        bus.send(
                "membership.organization-left.v1",
                from.alliance(),
                from.organization(),
                Map.of(
                        "organization",
                        from.organization(),
                        "people",
                        versions.size(),
                        "into",
                        into));
        bus.flush();
        return merged;
    }

    /** Lets the database's clock, and nothing else, go on. */
    void passTime(Duration time) {
        try (var connection = database.connect("commonweal_ddl");
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO purpose.clock VALUES (make_interval(secs => ?))")) {
            insert.setDouble(1, time.toMillis() / 1000.0);
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whatever the gates say: as if its members had decided so. */
    void in(UUID alliance, String stage) {
        execute(
                alliance,
                """
                SET session_replication_role = replica;
                INSERT INTO stage (alliance_id, version, stage, since, decided_by, words)
                SELECT alliance_id, max(version) + 1, '%s', app_now(), '%s', 'Decided'
                FROM stage WHERE alliance_id = '%s' GROUP BY 1\
                """
                        .formatted(stage, id(), alliance));
    }

    private void execute(UUID alliance, String sql) {
        try (var connection = database.connect(PostgresServer.SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute("SET app.alliance = '" + alliance + "'; SET search_path = purpose");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the database's clock go on, or back, to that moment. */
    void until(Instant moment) {
        passTime(Duration.between(now(), moment));
    }

    /** However far a test has let the time pass, the next one begins today. */
    @BeforeEach
    void beginToday() {
        until(Instant.now());
    }

    /** The first column of a query as the service's role sees it inside of an alliance. */
    List<String> column(UUID alliance, String query) {
        try (var connection = database.connect("purpose");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var values = new ArrayList<String>();
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A draft that lacks nothing. */
    UUID draft(Someone by) {
        var purpose = id();
        put(by, "/purpose/drafts/" + purpose, COMPLETE).expectStatus().isCreated();
        return purpose;
    }

    /** A ballot that is open for ten minutes and a bit. */
    UUID ballot(Someone by, UUID purpose) {
        var proposal = id();
        put(by, "/proposals/" + proposal, proposal(purpose, Duration.ofMinutes(11)))
                .expectStatus()
                .isCreated();
        return proposal;
    }

    Map<String, Object> proposal(UUID purpose, Duration length) {
        return Map.of("purpose", purpose, "closesAt", now().plus(length).toString());
    }

    /** By the database's clock. */
    Instant now() {
        try (var connection = database.connect("purpose");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT (extract(epoch FROM app_now()) * 1000)::bigint")) {
            rows.next();
            return Instant.ofEpochMilli(rows.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    ResponseSpec vote(Someone by, UUID proposal, String choice) {
        return put(by, "/proposals/" + proposal + "/ballots/mine", Map.of("choice", choice));
    }

    /** As many delegates, each of another firm of one alliance. */
    List<Someone> electors(int count) {
        var alliance = alliance();
        return Stream.generate(() -> delegate(alliance)).limit(count).toList();
    }

    /** A ballot on a new draft that nobody's name comes to, open for ten minutes and a bit. */
    UUID anonymous(Someone by) {
        var proposal = id();
        put(by, "/proposals/" + proposal, anonymously(draft(by))).expectStatus().isCreated();
        return proposal;
    }

    Map<String, Object> anonymously(UUID draft) {
        var body = new HashMap<>(proposal(draft, Duration.ofMinutes(11)));
        body.put("anonymous", true);
        return body;
    }

    /** Without a login, as everybody does. */
    ResponseSpec castSecretly(UUID alliance, UUID ballot, Object vote) {
        return http.post()
                .uri("/ballot-boxes/" + alliance + "/" + ballot + "/votes")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(vote)
                .exchange();
    }

    /** With a login, which has no say there. */
    ResponseSpec castAs(Someone someone, UUID ballot, Object vote) {
        return http.post()
                .uri("/ballot-boxes/" + someone.alliance() + "/" + ballot + "/votes")
                .headers(headers -> headers.setBearerAuth(tokens.of(someone.subject())))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(vote)
                .exchange();
    }

    /** Lets the time of the ballot pass and waits until it is counted. */
    void closed(Someone reader, UUID proposal, String state) {
        passTime(Duration.ofSeconds(661));
        await(() ->
                assertThat(
                                column(
                                        reader.alliance(),
                                        "SELECT state FROM proposal WHERE id = '%s'"
                                                .formatted(proposal)))
                        .containsExactly(state));
        get(reader, "/proposals/" + proposal).expectBody().jsonPath("$.state").isEqualTo(state);
    }

    /** A purpose that all of these have ratified, until the last day of June 2027. */
    UUID ratified(Someone... delegates) {
        var purpose = draft(delegates[0]);
        adopted(ballot(delegates[0], purpose), delegates);
        return purpose;
    }

    /** All of these vote yes, and the time of the ballot passes. */
    void adopted(UUID proposal, Someone... delegates) {
        for (var delegate : delegates) {
            vote(delegate, proposal, "YES").expectStatus().isOk();
        }
        closed(delegates[0], proposal, "ADOPTED");
    }

    /** A draft that is talked about. */
    UUID dialogue(Someone by, UUID purpose) {
        var proposal = id();
        put(by, "/proposals/" + proposal, Map.of("purpose", purpose)).expectStatus().isCreated();
        return proposal;
    }

    ResponseSpec openBallot(Someone by, UUID proposal) {
        return put(
                by,
                "/proposals/" + proposal + "/ballot",
                Map.of("closesAt", now().plus(Duration.ofMinutes(11)).toString()));
    }

    /** A ballot on what the part of the body says, open for ten minutes and a bit. */
    UUID ballot(Someone by, String part, Map<String, ?> content) {
        var proposal = id();
        propose(by, proposal, part, content).expectStatus().isCreated();
        return proposal;
    }

    ResponseSpec propose(Someone by, UUID proposal, String part, Map<String, ?> content) {
        var closesAt = now().plus(Duration.ofMinutes(11)).toString();
        return put(by, "/proposals/" + proposal, Map.of(part, content, "closesAt", closesAt));
    }

    /** The same change of the rule of every matter. */
    static Map<String, Object> rules(String title, Map<String, ?> fields) {
        var changes =
                Stream.of(Matter.values())
                        .map(matter -> {
                            var change = new HashMap<String, Object>(fields);
                            change.put("matter", matter);
                            return change;
                        })
                        .toList();
        return Map.of(
                "title",
                title,
                "change",
                Map.of("rules", changes),
                "reason",
                "Nobody is passed over");
    }

    /** A change of the rule of one matter. */
    static Map<String, Object> rule(Matter matter, Map<String, ?> fields) {
        var change = new HashMap<String, Object>(fields);
        change.put("matter", matter);
        return Map.of(
                "title", "Another rule", "change", Map.of("rules", List.of(change)), "reason", "R");
    }

    /** A change of the life cycle's numbers. */
    static Map<String, Object> thresholds(Map<String, ?> fields) {
        return Map.of(
                "title",
                "Other numbers",
                "change",
                Map.of("thresholds", fields),
                "reason",
                "We are more");
    }

    static final String STATED = "Half of all matters use the list.";

    /** Says what came of it, for the first time. */
    ResponseSpec state(Someone by, UUID proposal, @Nullable String reviewOn) {
        return state(by, proposal, STATED, reviewOn, null);
    }

    ResponseSpec state(
            Someone by,
            UUID proposal,
            String statement,
            @Nullable String reviewOn,
            @Nullable String ifMatch) {
        var body = new HashMap<String, Object>(Map.of("statement", statement));
        if (reviewOn != null) {
            body.put("reviewOn", reviewOn);
        }
        var path = "/proposals/" + proposal + "/outcome";
        return send(HttpMethod.PUT, by, path, body, id(), ifMatch);
    }

    ResponseSpec review(Someone by, UUID proposal, UUID review, Map<String, ?> body) {
        return put(by, "/proposals/" + proposal + "/reviews/" + review, body);
    }

    static Map<String, Object> renewal(UUID purpose, String deadline) {
        return Map.of("purpose", purpose, "deadline", deadline, "reason", "The autumn was short");
    }

    static Map<String, Object> conclusion(UUID purpose) {
        return Map.of("purpose", purpose, "outcome", "The list is in use in every firm.");
    }

    /** Of whom it is needed now, as the service's own facts say. */
    List<String> needed(UUID alliance, String linkKind) {
        return column(
                alliance,
                """
                SELECT o.payload->>'person' FROM journal o
                WHERE o.type = 'purpose.need-opened.v1' AND o.payload->'link'->>'kind' = '%s'
                  AND NOT EXISTS (SELECT FROM journal c WHERE c.type = 'purpose.need-closed.v1'
                                  AND c.subject = o.subject)
                ORDER BY 1
                """
                        .formatted(linkKind));
    }

    static List<String> persons(Someone... people) {
        return Stream.of(people).map(one -> one.person().toString()).sorted().toList();
    }

    /** The part of the clock that acts on moments of the kind. */
    DueHandler clock(String kind) {
        return service.getBeansOfType(DueHandler.class).values().stream()
                .filter(handler -> handler.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    static void await(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(SOON)
                .pollDelay(Duration.ZERO)
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

    /** As a client does, it sends again what was refused for a moment: on a slow machine, too. */
    ResponseSpec send(
            HttpMethod method,
            Someone someone,
            String path,
            Object body,
            UUID key,
            @Nullable String ifMatch) {
        return patiently(() -> sendOnce(method, someone, path, body, key, ifMatch));
    }

    static ResponseSpec patiently(Callable<ResponseSpec> request) {
        return Awaitility.await()
                .atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(request, answer -> status(answer) != 503);
    }

    ResponseSpec sendOnce(
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
        var result = answer.expectBody(String.class).returnResult();
        assertThat(result.getResponseBody())
                .contains("\"type\":\"urn:commonweal:refusal:" + kind + "\"");
        assertThat(result.getStatus().value()).isEqualTo(status);
        assertThat(result.getResponseHeaders().getContentType())
                .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    /** The status, without a word in the log when it is another one than hoped for. */
    static int status(ResponseSpec answer) {
        var status = new AtomicInteger();
        answer.expectStatus().value(status::set);
        return status.get();
    }

    /** A new UUIDv7, as a client makes it. */
    static UUID id() {
        var millis = Instant.now().toEpochMilli() << 16;
        return Ids.derived(new UUID(millis, COUNTER.incrementAndGet()), COUNTER.incrementAndGet());
    }

    /** As what somebody belongs; a guest, bound to a call. */
    record As(String participantClass, @Nullable UUID call, String state, boolean delegate) {}

    record Standing(
            UUID person,
            UUID organization,
            @JsonProperty("class") String participantClass,
            @Nullable UUID call,
            String state,
            boolean delegate,
            long version,
            List<Map<String, String>> logins) {}

    record Someone(UUID alliance, UUID person, UUID organization, String subject) {}
}
