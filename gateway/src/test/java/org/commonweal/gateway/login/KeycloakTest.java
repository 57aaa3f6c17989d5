package org.commonweal.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.test.PartProcess;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.OpenStream;
import org.commonweal.gateway.test.TestService;
import org.commonweal.gateway.test.TestTopics;
import org.commonweal.keycloak.FormBrowser;
import org.commonweal.keycloak.KeycloakServer;
import org.commonweal.local.demo.DemoAdmin;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoRealms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;

/** How a session ends that came of a real Keycloak, with the demo's realms and their providers. */
class KeycloakTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SESSION = "__Host-commonweal";

    @TempDir static Path directory;

    private static final TestService MEMBERSHIP = new TestService("membership");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestDatabase database;
    private static KeycloakServer keycloak;
    private static DemoAdmin admin;
    private static PartProcess gateway;

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.create();
        int port = Ports.free();
        int ours = Ports.free();
        KeycloakServer.Settings settings =
                new KeycloakServer.Settings(
                        directory,
                        port,
                        Ports.free(),
                        new PostgresAddress(database.host(), database.port()),
                        database.name(),
                        DemoRealms.variables(
                                "http://localhost:" + ours, "http://localhost:" + port, 8125));
        new DemoRealms(DemoAlliance.load()).write(settings.realms());
        letTokensBeDueAtOnce(settings.realms());
        keycloak = KeycloakServer.start(settings);
        admin = new DemoAdmin(HTTP, keycloak.url());
        TestTopics topics = new TestTopics(TestServers.kafka());
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("commonweal.login.public-url", "http://localhost:" + ours);
        properties.put(
                "commonweal.login.issuer", "http://localhost:" + port + "/realms/commonweal");
        properties.put("spring.kafka.bootstrap-servers", topics.bootstrapServers());
        properties.put("commonweal.stream.topics", topics.events());
        properties.put("commonweal.stream.standings-topic", topics.standings());
        properties.put("commonweal.services.membership", MEMBERSHIP.url());
        // A process of its own: ended in this one, it takes the management port of the others with
        // it.
        gateway = PartProcess.start("org.commonweal.gateway.GatewayApplication", ours, properties);
    }

    /** As if the fifty seconds of the realm were over at each request. */
    private static void letTokensBeDueAtOnce(Path realms) throws IOException {
        Path file = realms.resolve("commonweal-realm.json");
        String realm = Files.readString(file);
        String shorter = realm.replaceAll("(\"access.token.lifespan\"\\s*:\\s*)\"50\"", "$1\"9\"");
        assertThat(shorter).isNotEqualTo(realm);
        Files.writeString(file, shorter);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        keycloak.close();
        database.close();
        MEMBERSHIP.close();
    }

    @Test
    void a_firm_that_logs_somebody_out_at_its_own_provider_ends_the_session_here() {
        Browser amara = loggedIn("amara.osei@hartwell.example");
        Browser julian = loggedIn("julian.thackeray@hartwell.example");
        try (OpenStream stream = OpenStream.as(url(""), amara::sendCookies, null)) {
            admin.logout("hartwell", "amara.osei@hartwell.example");

            assertThat(stream.endsWithin(SOON)).isTrue();
        }
        refused(amara);
        assertThat(julian.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void an_account_that_is_closed_is_refused_when_the_token_is_due() {
        Browser ngozi = loggedIn("ngozi.okonkwo@okonkwo.example");
        Browser tunde = loggedIn("tunde.bello@okonkwo.example");

        admin.enable("commonweal", "ngozi.okonkwo@okonkwo.example", false);

        refused(ngozi);
        assertThat(tunde.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void a_session_that_the_realm_ends_is_over_here() {
        Browser halima = loggedIn("halima.sani@okonkwo.example");

        admin.logout("commonweal", "halima.sani@okonkwo.example");

        refused(halima);
    }

    @Test
    void logging_out_everywhere_leaves_no_session_at_keycloak() {
        String mail = "marcus.prescott@prescott.example";
        Browser here = loggedIn(mail);
        Browser there = loggedIn(mail);
        Browser other = loggedIn("leilani.kahale@prescott.example");
        assertThat(admin.sessions("commonweal", mail)).isEqualTo(2);
        assertThat(here.get("/api/me/sessions").getResponseBody())
                .contains("\"ownAccount\":true", "/realms/commonweal/account/account-security/");

        assertThat(here.delete("/api/me/sessions").getStatus()).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(admin.sessions("commonweal", mail)).isZero();
        refused(here);
        refused(there);
        assertThat(other.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void who_comes_through_a_firm_is_told_that_the_firm_keeps_the_account() {
        Browser priya = loggedIn("eleanor.whitcombe@hartwell.example");

        assertThat(priya.get("/api/me/sessions").getResponseBody())
                .contains("\"ownAccount\":false")
                .doesNotContain("/account/");
    }

    private static void refused(Browser browser) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> browser.get("/api/me").getStatus() == HttpStatus.UNAUTHORIZED);
    }

    /** Through the pages of Keycloak, and those of the firm's own provider. */
    private static Browser loggedIn(String mail) {
        FormBrowser forms = new FormBrowser(HTTP);
        URI end = URI.create(url("/"));
        forms.follow(
                URI.create(url("/oauth2/authorization/commonweal")),
                Map.of("username", mail, "password", DemoAlliance.PASSWORD),
                end::equals);
        Browser browser = new Browser(url(""));
        for (String name : List.of(SESSION, "XSRF-TOKEN")) {
            forms.cookie(name)
                    .map(value -> ResponseCookie.from(name, value).build())
                    .ifPresent(cookie -> browser.cookies().put(name, cookie));
        }
        assertThat(browser.get("/api/session").getResponseBody()).contains("true");
        assertThat(browser.get("/api/me").getStatus()).isEqualTo(HttpStatus.OK);
        return browser;
    }

    private static String url(String path) {
        return gateway.uri(path).toString();
    }
}
