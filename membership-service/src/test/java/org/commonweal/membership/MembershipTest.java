package org.commonweal.membership;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The service on a real database and a real broker, and people who log in to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MembershipTest {

    static final String REASON = "You have run three cross-border disclosure projects this year.";
    static final String ASK = "Review our first checklist in March.";
    static final String INTEREST = "I want to learn how the others handle disclosure.";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** One service for all test classes: each founds an alliance of its own. */
    static final TestDatabase database =
            TestDatabase.create(TestDatabase.Migrations.of("membership"));

    static final TestTokens tokens = TestTokens.start();
    static final GreenMail mails = mailServer();
    static final TestDns dns = TestDns.start();
    static final ConfigurableApplicationContext service =
            SpringApplication.run(MembershipServiceApplication.class, arguments());
    static final String address =
            "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    static final WebTestClient http =
            WebTestClient.bindToServer()
                    .baseUrl(address)
                    .responseTimeout(java.time.Duration.ofSeconds(60))
                    .build();

    final UUID alliance = id();
    final String slug = "test-" + COUNTER.incrementAndGet();
    final UUID sponsor = id();
    final UUID firm = id();
    final Someone founder =
            new Someone("founder-" + slug, "Ada Okafor", slug + "@aurelia.example", "");

    /** On a port that stays the same when a test stops it and starts it again. */
    private static GreenMail mailServer() {
        var server = new GreenMail(new ServerSetup(freePort(), null, "smtp"));
        server.start();
        return server;
    }

    private static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String[] arguments() {
        return Stream.of(
                        database.properties(),
                        tokens.properties(),
                        Map.of(
                                "server.port",
                                "0",
                                "management.server.port",
                                "0",
                                "spring.mail.port",
                                "" + mails.getSmtp().getPort(),
                                "commonweal.mail-domains.resolver",
                                dns.address(),
                                "commonweal.mail-domains.answer-within",
                                "300ms",
                                "commonweal.due-interval",
                                "50ms",
                                "commonweal.brokering.realm",
                                TestKeycloak.realm("commonweal"),
                                "commonweal.brokering.test-address",
                                TestKeycloak.TEST_ADDRESS,
                                "commonweal.brokering.loopback-allowed",
                                "true",
                                "spring.kafka.bootstrap-servers",
                                TestServers.kafka()))
                .flatMap(properties -> properties.entrySet().stream())
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    @BeforeAll
    void foundAnAlliance() {
        put(founder, "", founding(slug, sponsor)).expectStatus().isCreated();
        put(
                        founder,
                        "/organizations/" + firm,
                        """
                        {"name":"Hartwell & Cole LLP","shortName":"Hartwell","colour":"#1f6f8b",
                         "mailDomains":["hartwell.example"],"identityProvider":"hartwell",
                         "role":"FIRM"}\
                        """)
                .expectStatus()
                .isCreated();
    }

    static String founding(String slug, UUID organization) {
        return """
        {"name":"Test Alliance","slug":"%s","timeZone":"Europe/Lisbon","sponsor":true,
         "acknowledgementLimit":"PT48H",
         "charter":{"quorumPerMillion":500000,"thresholdPerMillion":666667,"ballotMinimum":"PT10S"},
         "organization":{"id":"%s","name":"Aurelia Pharma","shortName":"Aurelia","colour":"#8b1f4f",
         "mailDomains":["aurelia.example"]}}\
        """
                .formatted(slug, organization);
    }

    /** Invites a person of the firm and returns the invitation's id. */
    UUID invited(Someone person, String reason) {
        var id = id();
        put(founder, "/invitations/" + id, invitation(person, firm, reason))
                .expectStatus()
                .isCreated();
        return id;
    }

    /** A person of the firm who has joined. */
    Someone member(String name) {
        var person = stranger(name);
        var invitation = invited(person, REASON + " " + name);
        answer(person, invitation, id()).expectStatus().isCreated();
        return person;
    }

    Someone stranger(String name) {
        var n = COUNTER.incrementAndGet();
        return new Someone("sub-" + n, name, "person%d@hartwell.example".formatted(n), "hartwell");
    }

    ResponseSpec answer(Someone person, UUID invitation, UUID key) {
        return http.put()
                .uri("/api/alliances/" + alliance + "/invitations/" + invitation + "/acceptance")
                .headers(headers -> headers.setBearerAuth(token(person)))
                .header("Idempotency-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"ownInterest\":\"" + INTEREST + "\"}")
                .exchange();
    }

    static String invitation(Someone person, UUID organization, String reason) {
        return """
        {"email":"%s","name":"%s","organization":"%s","reason":"%s","ask":"%s"}\
        """
                .formatted(person.email(), person.name(), organization, reason, ASK);
    }

    ResponseSpec get(Someone person, String path) {
        return http.get()
                .uri("/api/alliances/" + alliance + path)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .exchange();
    }

    ResponseSpec put(Someone person, String path, String body) {
        return put(person, path, body, id());
    }

    ResponseSpec put(Someone person, String path, String body, UUID key) {
        return http.put()
                .uri("/api/alliances/" + alliance + path)
                .headers(headers -> headers.setBearerAuth(token(person)))
                .header("Idempotency-Key", key.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    void refused(Someone person, String path, String body, String kebab) {
        put(person, path, body)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:commonweal:refusal:" + kebab);
    }

    /** The payloads of the facts of a type about a subject, in the order of their time. */
    String journal(String type, UUID subject) {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            var rows =
                    sql.executeQuery(
                            """
                            SELECT string_agg(CAST(payload AS text), E'\\n' ORDER BY version, id)
                            FROM journal WHERE type = '%s' AND subject = '%s'\
                            """
                                    .formatted(type, subject));
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    ResponseSpec me(Someone person) {
        return http.get()
                .uri("/api/me")
                .headers(headers -> headers.setBearerAuth(token(person)))
                .exchange();
    }

    UUID personOf(Someone person) {
        var body = me(person).expectBody(Me.class).returnResult().getResponseBody();
        return java.util.Objects.requireNonNull(body).person().id();
    }

    static String token(Someone person) {
        return tokens.of(person.subject(), person.name(), person.email(), person.provider());
    }

    /** A new UUIDv7, as a client makes it. */
    static UUID id() {
        var nonce = new UUID(System.currentTimeMillis() << 16, COUNTER.incrementAndGet());
        return Ids.derived(nonce, COUNTER.incrementAndGet());
    }

    /** A further firm of the alliance, with a provider of its own. */
    class Firm {
        final UUID id = MembershipTest.id();
        final String name;
        final String provider;

        Firm(String provider) {
            this.provider = provider;
            name = "Firm " + provider;
            put(
                            founder,
                            "/organizations/" + id,
                            """
                            {"name":"%s","shortName":"%s","colour":"#1f6f8b","mailDomains":[],
                             "identityProvider":"%s","role":"FIRM"}\
                            """
                                    .formatted(name, provider, provider))
                    .expectStatus()
                    .isCreated();
        }

        Someone stranger(String person) {
            var n = COUNTER.incrementAndGet();
            return new Someone(
                    "sub-" + n, person, "person%d@%s.example".formatted(n, provider), provider);
        }

        UUID invited(Someone person) {
            var invitation = MembershipTest.id();
            put(
                            founder,
                            "/invitations/" + invitation,
                            invitation(person, id, REASON + " " + invitation))
                    .expectStatus()
                    .isCreated();
            return invitation;
        }

        Someone member(String person) {
            var somebody = stranger(person);
            answer(somebody, invited(somebody), MembershipTest.id()).expectStatus().isCreated();
            return somebody;
        }

        String path(String act) {
            return "/organizations/" + id + act;
        }
    }

    record Someone(String subject, String name, String email, String provider) {}

    record Me(Self person, java.util.List<Alliance> alliances) {}

    record Self(UUID id) {}

    record Alliance(boolean delegate) {}
}
