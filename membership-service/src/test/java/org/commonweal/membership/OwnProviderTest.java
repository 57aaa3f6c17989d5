package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A firm connects its own provider, on a real Keycloak, which is also the firm's provider. */
class OwnProviderTest extends MailDomainTest {

    private static final String PATH = "/organizations/mine/login/providers";
    private static final Duration WAIT_MAX = Duration.ofMinutes(2);

    @TempDir static Path directory;

    private static TestKeycloak keycloak;

    @BeforeAll
    static void aLoginServer() {
        keycloak = new TestKeycloak(directory);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void a_firm_connects_tests_and_takes_up_its_provider_and_loses_nothing_in_keycloak() {
        var firm = new Connecting("alder");
        var id = firm.describes(oidc("alder", "alder-secret"));
        var written = firm.await(id, view -> view.get("isWritten").asBoolean());
        assertThat(written.get("fault").isNull()).isTrue();
        assertThat(written.get("redirectAddress").asString())
                .isEqualTo(TestKeycloak.realm("commonweal") + "/broker/own-" + id + "/endpoint");
        refused(firm.administrator, PATH + "/" + id + "/live", "{}", "provider-not-tested");

        var mail = "noor.haddad@alder.example";
        keycloak.person("alder", mail);
        assertThat(firm.tests(id, mail).get("testResult").asString()).isEqualTo("PASSED");
        firm.takesUp(id);

        var claims = keycloak.login(mail);
        assertThat(claims.get("idp").asString()).isEqualTo("own-" + id);
        assertThat(claims.get("idp_email").asString()).isEqualTo(mail);
        assertThat(claims.get("idp_domains").asString()).isEqualTo("alder.example");
        assertThat(claims.get("email_verified").asBoolean()).isFalse();

        var organization = organization(firm.id);
        keycloak.admin("DELETE", "/commonweal/organizations/" + organization, "");
        firm.act(id, "/connection");
        firm.await(id, view -> view.get("isWritten").asBoolean());
        assertThat(organization(firm.id)).isNotEqualTo(organization);
        assertThat(keycloak.login(mail).get("sub")).isEqualTo(claims.get("sub"));

        keycloak.admin("DELETE", "/commonweal/identity-provider/instances/own-" + id, "");
        firm.act(id, "/connection");
        firm.await(id, view -> view.get("isWritten").asBoolean());
        keycloak.person("alder", "new@alder.example");
        assertThat(keycloak.login("new@alder.example").get("idp").asString())
                .isEqualTo("own-" + id);
        assertThat(journal("membership.login-provider-changed.v1", id))
                .contains("DRAFT", "TESTED", "LIVE")
                .doesNotContain("alder-secret");
    }

    private static String organization(UUID firm) {
        var found = keycloak.admin("GET", "/commonweal/organizations?search=firm-" + firm, "");
        return found.get(0).get("id").asString();
    }

    @Test
    void what_is_wrong_is_said() {
        var firm = new Connecting("birch");
        assertThat(firm.fault(oidc("birch", "another"))).isEqualTo("CLIENT_UNKNOWN");
        assertThat(firm.fault(oidc("nobody", "birch-secret"))).isEqualTo("NO_DESCRIPTION");
        assertThat(firm.fault(oidc("birch", "x").replace("http://localhost", "http://10.0.0.7")))
                .isEqualTo("ADDRESS_NOT_ALLOWED");
        assertThat(firm.fault(saml("birch").replace("/protocol/saml/descriptor", "")))
                .isEqualTo("NO_DESCRIPTION");
    }

    @Test
    void a_test_says_that_nothing_or_a_foreign_address_came() throws SQLException {
        var firm = new Connecting("cedar");
        keycloak.person("cedar", "noor@cedar.example");
        keycloak.person("cedar", "noor@elsewhere.example");
        var without =
                firm.describes(
                        oidc("cedar", "cedar-secret")
                                .replace("\"commonweal\"", "\"without-address\""));
        firm.await(without, view -> view.get("isWritten").asBoolean());
        var link = URI.create(firm.act(without, "/test").get("testLink").asString());
        // Without an address the realm sends the browser round in circles.
        assertThatThrownBy(() ->
                        keycloak.browse(link, "noor@cedar.example", TestKeycloak.TEST_ADDRESS))
                .hasMessageContaining("no end");
        quarterOfAnHourLater(without);
        assertThat(firm.result(without)).isEqualTo("NOTHING_CAME");
        refused(firm.administrator, PATH + "/" + without + "/live", "{}", "provider-not-tested");

        var id = firm.describes(oidc("cedar", "cedar-secret"));
        firm.await(id, view -> view.get("isWritten").asBoolean());
        assertThat(firm.tests(id, "noor@elsewhere.example").get("testResult").asString())
                .isEqualTo("OTHER_DOMAIN");
    }

    private void quarterOfAnHourLater(UUID provider) throws SQLException {
        try (var connection = database.connect("membership");
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            sql.execute(
                    "UPDATE login_provider SET tested_from = tested_from - interval '16 minutes'"
                            + " WHERE id = '"
                            + provider
                            + "'");
            connection.commit();
        }
    }

    /** An address is no proof of being somebody: neither does it link, nor does it open. */
    @Test
    void a_provider_that_asserts_a_foreign_address_gets_nobody_elses_account() {
        var firm = new Connecting("dogwood");
        var id = firm.live(oidc("dogwood", "dogwood-secret"), "ok@dogwood.example");
        var victim = "victim@aurelia.example";
        keycloak.person("commonweal", victim);
        keycloak.person("dogwood", victim);
        assertThatThrownBy(() -> keycloak.login(victim, "own-" + id))
                .hasMessageContaining("already exists");

        var invited = "invited@aurelia.example";
        keycloak.person("dogwood", invited);
        var claims = keycloak.login(invited, "own-" + id);
        assertThat(claims.get("idp_domains").asString()).isEqualTo("dogwood.example");
        assertThat(claims.get("email_verified").asBoolean()).isFalse();
        assertThat(provenAddress(claims)).isEqualTo("null");
    }

    /** Then the new login brings the code that was told to the one before: see NewLoginTest. */
    @Test
    void who_has_an_account_of_that_address_makes_room_for_the_firms_login() {
        var firm = new Connecting("gorse");
        var mail = "noor@gorse.example";
        keycloak.person("commonweal", mail);
        var id = firm.live(oidc("gorse", "gorse-secret"), "ok@gorse.example");
        keycloak.person("gorse", mail);
        var before = keycloak.login(mail);
        assertThat(before.has("idp")).isFalse();
        assertThatThrownBy(() -> keycloak.login(mail, "own-" + id))
                .hasMessageContaining("already exists");

        var deletion = TestKeycloak.start("&kc_action=delete_account");
        assertThatThrownBy(() -> keycloak.browse(deletion, mail, TestKeycloak.TEST_ADDRESS))
                .hasMessageContaining("User deleted successfully");

        var claims = keycloak.login(mail);
        assertThat(claims.get("idp").asString()).isEqualTo("own-" + id);
        assertThat(claims.get("sub")).isNotEqualTo(before.get("sub"));
        assertThat(provenAddress(claims)).isEqualTo(mail);
    }

    @Test
    void a_login_proves_addresses_of_the_firms_domains() {
        var firm = new Connecting("elm");
        var id = firm.live(oidc("elm", "elm-secret"), "ok@elm.example");
        keycloak.person("elm", "Noor@elm.example");
        assertThat(provenAddress(keycloak.login("noor@elm.example", "own-" + id)))
                .isEqualTo("noor@elm.example");
    }

    /** What the service takes the token of these claims to prove. */
    private String provenAddress(JsonNode claims) {
        var token =
                tokens.with(
                        claims.get("sub").asString(),
                        all ->
                                all.claim("name", claims.get("name").asString())
                                        .claim("email", claims.get("email").asString())
                                        .claim("email_verified", false)
                                        .claim("idp", claims.get("idp").asString())
                                        .claim("idp_email", claims.get("idp_email").asString())
                                        .claim(
                                                "idp_domains",
                                                claims.get("idp_domains").asString()));
        return json(Objects.requireNonNull(
                        http.get()
                                .uri("/api/me")
                                .headers(headers -> headers.setBearerAuth(token))
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody()))
                .path("person")
                .path("email")
                .asString("null");
    }

    @Test
    void keys_change_by_themselves_and_a_secret_without_an_interruption() {
        var firm = new Connecting("fir");
        var mail = "noor@fir.example";
        var id = firm.live(oidc("fir", "fir-secret"), mail);
        var before = keycloak.login(mail).get("sub").asString();
        keycloak.admin(
                "POST",
                "/fir/components",
                """
                {"name":"next","providerId":"rsa-generated","parentId":"%s",
                 "providerType":"org.keycloak.keys.KeyProvider",
                 "config":{"priority":["500"],"active":["true"],"enabled":["true"]}}\
                """
                        .formatted(keycloak.admin("GET", "/fir", "").get("id").asString()));
        // The realm asks for keys that it does not know once in ten seconds.
        Awaitility.await()
                .atMost(WAIT_MAX)
                .ignoreExceptions()
                .until(() -> keycloak.login(mail).get("sub").asString().equals(before));

        refused(
                firm.administrator,
                PATH + "/" + id,
                oidc("another", "fir-secret"),
                "provider-live");
        var changed = firm.describes(id, oidc("fir", "fir-secret"));
        assertThat(changed.get("state").asString()).isEqualTo("LIVE");
    }

    @Test
    void a_retired_provider_lets_nobody_in_and_stays_retired() {
        var firm = new Connecting("gum");
        var mail = "noor@gum.example";
        var id = firm.live(oidc("gum", "gum-secret"), mail);
        firm.act(id, "/retirement");
        firm.await(id, view -> view.get("isWritten").asBoolean());
        assertThatThrownBy(() -> keycloak.login(mail, "own-" + id)).isNotNull();
        refused(firm.administrator, PATH + "/" + id + "/live", "{}", "provider-retired");
    }

    @Test
    void two_providers_of_a_firm_let_its_people_choose() {
        var firm = new Connecting("hazel");
        keycloak.firm("hazel-two");
        var first = firm.live(oidc("hazel", "hazel-secret"), "one@hazel.example");
        var second = firm.live(oidc("hazel-two", "hazel-two-secret"), "two@hazel.example");
        firm.act(first, "/connection");
        firm.await(first, view -> view.get("isWritten").asBoolean());
        assertThat(keycloak.login("one@hazel.example", "own-" + first).get("idp").asString())
                .isEqualTo("own-" + first);
        assertThat(keycloak.login("two@hazel.example", "own-" + second).get("idp").asString())
                .isEqualTo("own-" + second);
    }

    @Test
    void a_firm_connects_by_saml() {
        var firm = new Connecting("ivy");
        var mail = "noor@ivy.example";
        var id = firm.live(saml("ivy"), mail);
        var claims = keycloak.login(mail);
        assertThat(claims.get("idp").asString()).isEqualTo("own-" + id);
        assertThat(claims.get("idp_email").asString()).isEqualTo(mail);
        assertThat(provenAddress(claims)).isEqualTo(mail);
    }

    /** What is tried with a response of the firm's own provider, to be the victim. */
    private static Map<String, UnaryOperator<String>> forgeries(String mine, String victim) {
        UnaryOperator<String> asVictim = xml -> xml.replace(mine, victim);
        UnaryOperator<String> withoutOuter =
                xml -> {
                    var assertion = xml.indexOf("<saml:Assertion");
                    return unsigned(xml.substring(0, assertion)) + xml.substring(assertion);
                };
        UnaryOperator<String> evil =
                xml ->
                        unsigned(asVictim.apply(assertion(xml)))
                                .replaceFirst("ID=\"[^\"]*\"", "ID=\"ID_evil\"");
        return Map.of(
                "changed", asVictim,
                "unsigned", xml -> unsigned(asVictim.apply(xml)),
                "inner signature alone, changed", xml -> asVictim.apply(withoutOuter.apply(xml)),
                "evil before the signed one",
                        xml ->
                                withoutOuter
                                        .apply(xml)
                                        .replace(assertion(xml), evil.apply(xml) + assertion(xml)),
                "evil after the signed one",
                        xml ->
                                withoutOuter
                                        .apply(xml)
                                        .replace(assertion(xml), assertion(xml) + evil.apply(xml)),
                "the signed one in the extensions",
                        xml ->
                                withoutOuter
                                        .apply(xml)
                                        .replace(assertion(xml), evil.apply(xml))
                                        .replaceFirst(
                                                "<samlp:Status>",
                                                Matcher.quoteReplacement(
                                                        "<samlp:Extensions>"
                                                                + assertion(xml)
                                                                + "</samlp:Extensions>"
                                                                + "<samlp:Status>")),
                "the signed one within the evil one",
                        xml ->
                                withoutOuter
                                        .apply(xml)
                                        .replace(
                                                assertion(xml),
                                                evil.apply(xml)
                                                        .replaceFirst(
                                                                "</saml:Assertion>",
                                                                Matcher.quoteReplacement(
                                                                        "<saml:Advice>"
                                                                                + assertion(xml)
                                                                                + "</saml:Advice>"
                                                                                + "</saml:Assertion>"))),
                "the signed one within the evil one's signature",
                        xml -> {
                            var signature = signature(assertion(xml));
                            var bare = assertion(xml).replace(signature, "");
                            var around =
                                    signature.replace(
                                            "</dsig:Signature>",
                                            "<dsig:Object>"
                                                    + bare
                                                    + "</dsig:Object></dsig:Signature>");
                            return withoutOuter
                                    .apply(xml)
                                    .replace(
                                            assertion(xml),
                                            evil.apply(xml)
                                                    .replaceFirst(
                                                            "</saml:Issuer>",
                                                            Matcher.quoteReplacement(
                                                                    "</saml:Issuer>" + around)));
                        });
    }

    private static String assertion(String xml) {
        return xml.substring(
                xml.indexOf("<saml:Assertion"),
                xml.lastIndexOf("</saml:Assertion>") + "</saml:Assertion>".length());
    }

    private static String signature(String xml) {
        return xml.substring(
                xml.indexOf("<dsig:Signature"),
                xml.indexOf("</dsig:Signature>") + "</dsig:Signature>".length());
    }

    private static String unsigned(String xml) {
        return xml.replaceAll("(?s)<dsig:Signature.*?</dsig:Signature>", "");
    }

    @Test
    void a_saml_response_that_was_tampered_with_or_not_asked_for_opens_nothing() {
        var firm = new Connecting("juniper");
        var mail = "mallory@juniper.example";
        var victim = "victoria@juniper.example";
        var id = firm.live(saml("juniper"), mail);
        var alias = "own-" + id;
        var seen = new AtomicReference<>("");
        var mine =
                keycloak.login(
                        mail,
                        alias,
                        xml -> {
                            seen.set(xml);
                            return xml;
                        });
        assertThat(mine.get("idp_email").asString()).isEqualTo(mail);
        assertThat(seen.get()).contains("<saml:Assertion", "<dsig:Signature", mail);

        forgeries(mail, victim)
                .forEach((name, forgery) -> {
                    assertThat(forgery.apply(seen.get())).as(name).contains(victim);
                    assertThatThrownBy(() -> keycloak.login(mail, alias, forgery))
                            .as(name)
                            .hasMessageContaining("no form");
                });
        assertThatThrownBy(() -> keycloak.login(mail, alias, _ -> seen.get()))
                .as("replayed into another login")
                .hasMessageContaining("no form");
        for (var client : new String[] {"", "/clients/gateway", "/clients/login-test"}) {
            assertThat(TestKeycloak.unasked(alias, client, seen.get()).statusCode())
                    .as("begun by the provider: " + client)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(keycloak.admin("GET", "/commonweal/users?exact=true&email=" + victim, ""))
                .isEmpty();
    }

    static String oidc(String realm, String secret) {
        return """
        {"name":"Own","protocol":"OIDC","address":"%s","clientId":"commonweal",
         "clientSecret":"%s"}\
        """
                .formatted(TestKeycloak.realm(realm), secret);
    }

    static String saml(String realm) {
        return """
        {"name":"Own","protocol":"SAML","address":"%s/protocol/saml/descriptor"}\
        """
                .formatted(TestKeycloak.realm(realm));
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    /** A firm with a realm that plays its provider, and its administrator. */
    private final class Connecting {

        private final UUID id = MembershipTest.id();
        private final Someone administrator;

        Connecting(String name) {
            keycloak.firm(name);
            put(
                            founder,
                            "/organizations/" + id,
                            """
                            {"name":"%s","shortName":"%s","colour":"#1f6f8b","role":"FIRM",
                             "mailDomains":["%s.example"]}\
                            """
                                    .formatted(name, name, name))
                    .expectStatus()
                    .isCreated();
            administrator =
                    new Someone("admin-of-" + name, "Ann Admin", "ann@" + name + ".example", "");
            var invitation = MembershipTest.id();
            put(founder, "/invitations/" + invitation, invitation(administrator, id, REASON + name))
                    .expectStatus()
                    .isCreated();
            answer(administrator, invitation, MembershipTest.id()).expectStatus().isCreated();
            proved(administrator, named(administrator, name + ".example"), name + ".example");
        }

        UUID describes(String body) {
            var provider = MembershipTest.id();
            describes(provider, body);
            return provider;
        }

        JsonNode describes(UUID provider, String body) {
            var view = done(PATH + "/" + provider, body);
            assertThat(view.toString()).doesNotContain("-secret");
            return view;
        }

        JsonNode act(UUID provider, String act) {
            return done(PATH + "/" + provider + act, "{}");
        }

        private JsonNode done(String path, String body) {
            return json(
                    Objects.requireNonNull(
                            put(administrator, path, body)
                                    .expectStatus()
                                    .isOk()
                                    .expectBody(String.class)
                                    .returnResult()
                                    .getResponseBody()));
        }

        JsonNode await(UUID provider, Predicate<JsonNode> until) {
            return Awaitility.await().atMost(WAIT_MAX).until(() -> read(provider), until);
        }

        private JsonNode read(UUID provider) {
            var items =
                    json(Objects.requireNonNull(
                                    get(administrator, PATH)
                                            .expectBody(String.class)
                                            .returnResult()
                                            .getResponseBody()))
                            .get("items");
            return StreamSupport.stream(items.spliterator(), false)
                    .filter(each -> each.get("id").asString().equals(provider.toString()))
                    .findFirst()
                    .orElseThrow();
        }

        String fault(String body) {
            var provider = describes(body);
            return await(provider, view -> view.get("isWritten").asBoolean())
                    .get("fault")
                    .asString("none");
        }

        JsonNode tests(UUID provider, String mail) {
            var link = URI.create(act(provider, "/test").get("testLink").asString());
            keycloak.browse(link, mail, TestKeycloak.TEST_ADDRESS);
            return await(provider, view -> view.get("testLink").isNull());
        }

        String result(UUID provider) {
            return await(provider, view -> view.get("testLink").isNull())
                    .get("testResult")
                    .asString();
        }

        void takesUp(UUID provider) {
            act(provider, "/live");
            var view = await(provider, each -> each.get("isWritten").asBoolean());
            assertThat(view.get("state").asString()).isEqualTo("LIVE");
            assertThat(view.get("fault").isNull()).isTrue();
        }

        UUID live(String body, String mail) {
            var provider = describes(body);
            var view = await(provider, each -> each.get("isWritten").asBoolean());
            assertThat(view.get("fault").asString("none")).isEqualTo("none");
            keycloak.person(body.replaceAll("(?s).*/realms/([a-z-]+).*", "$1"), mail);
            assertThat(tests(provider, mail).get("testResult").asString()).isEqualTo("PASSED");
            takesUp(provider);
            return provider;
        }
    }
}
