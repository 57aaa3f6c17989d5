package org.commonweal.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.commonweal.keycloak.FormBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's realms on a real Keycloak: who can log in, how, and what the token then says. */
@ExtendWith(DemoKeycloak.class)
class DemoRealmsTest {

    private static final DemoAlliance ALLIANCE = DemoAlliance.load();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void a_platform_account_gets_a_token_that_says_who_it_is_and_no_provider() {
        var claims = claims(token("ngozi.okonkwo@okonkwo.example"));

        assertThat(claims.get("sub").asString())
                .isEqualTo(person("ngozi.okonkwo@okonkwo.example").accountId().toString());
        assertThat(claims.get("email").asString()).isEqualTo("ngozi.okonkwo@okonkwo.example");
        assertThat(claims.get("email_verified").asBoolean()).isTrue();
        assertThat(claims.get("name").asString()).isEqualTo("Ngozi Okonkwo");
        assertThat(claims.get("given_name").asString()).isEqualTo("Ngozi");
        assertThat(claims.get("family_name").asString()).isEqualTo("Okonkwo");
        assertThat(claims.get("aud").toString()).contains("commonweal-api");
        assertThat(claims.get("organization").toString()).contains("okonkwo");
        assertThat(claims.has("idp")).isFalse();
    }

    @Test
    void each_firm_with_a_provider_of_its_own_logs_its_people_in_by_mail_domain() {
        for (var mail :
                new String[] {
                    "amara.osei@hartwell.example",
                    "leyla.demirci@brandt.example",
                    "elin.bergsaker@lindqvist.example"
                }) {
            var claims = claims(token(mail));

            assertThat(claims.get("email").asString()).isEqualTo(mail);
            assertThat(claims.get("email_verified").asBoolean()).isTrue();
            assertThat(claims.get("name").asString()).isEqualTo(person(mail).name());
            assertThat(claims.get("idp").asString()).isEqualTo(person(mail).firm());
            assertThat(claims.get("organization").toString()).contains(person(mail).firm());
        }
    }

    @Test
    void a_second_login_through_a_provider_is_the_same_account() {
        var first = claims(token("hanna.pfefferkorn@brandt.example"));
        var second = claims(token("hanna.pfefferkorn@brandt.example"));

        assertThat(second.get("sub")).isEqualTo(first.get("sub"));
        assertThat(second.get("sid")).isNotEqualTo(first.get("sid"));
    }

    @Test
    void a_wrong_password_gets_no_token() {
        var stranger =
                new DemoAlliance.Person("okonkwo", "No", "Body", "", "no.body@okonkwo.example");

        assertThatThrownBy(() -> login().accessToken(ALLIANCE, stranger))
                .hasMessageContaining("no token for no.body@okonkwo.example");
    }

    @Test
    void a_provider_cannot_take_over_an_account_by_its_mail_address() {
        var mail = "priya.ramanathan@hartwell.example";
        var taken = "{\"username\":\"%s\",\"email\":\"%s\",\"enabled\":true}".formatted(mail, mail);
        assertThat(admin("POST", "/users", taken).asString("")).isEmpty();

        assertThatThrownBy(() -> token(mail)).hasMessageContaining("already exists");
    }

    @Test
    void every_firm_is_an_organization_and_three_have_providers() {
        var organizations = admin("GET", "/organizations?max=100&briefRepresentation=false", "");

        assertThat(organizations.size()).isEqualTo(ALLIANCE.firms().size());
        assertThat(StreamSupport.stream(organizations.spliterator(), false))
                .allMatch(firm -> firm.get("domains").size() == 1);
        var providers = admin("GET", "/identity-provider/instances", "");
        assertThat(
                        StreamSupport.stream(providers.spliterator(), false)
                                .map(p -> p.get("alias").asString()))
                .containsExactlyInAnyOrder("hartwell", "brandt", "lindqvist");
        assertThat(StreamSupport.stream(providers.spliterator(), false))
                .allMatch(provider -> provider.hasNonNull("organizationId"));
    }

    private static DemoAlliance.Person person(String mail) {
        return ALLIANCE.people().stream()
                .filter(person -> person.mail().equals(mail))
                .findFirst()
                .orElseThrow();
    }

    private static DemoLogin login() {
        return new DemoLogin(HTTP, DemoKeycloak.keycloak().url());
    }

    private static String token(String mail) {
        return login().accessToken(ALLIANCE, person(mail));
    }

    private static JsonNode claims(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared().readTree(new String(payload, UTF_8));
    }

    private static JsonNode admin(String method, String path, String body) {
        var form =
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", DemoAlliance.PASSWORD);
        var grant =
                HttpRequest.newBuilder(
                                DemoKeycloak.keycloak()
                                        .url()
                                        .resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(FormBrowser.encoded(form)));
        var token = send(grant).get("access_token").asString();
        var api = URI.create(DemoKeycloak.keycloak().url() + "/admin/realms/commonweal" + path);
        return send(
                HttpRequest.newBuilder(api)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return JsonMapper.shared()
                    .readTree(response.body().isEmpty() ? "\"\"" : response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
