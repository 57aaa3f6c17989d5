package org.commonweal.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.keycloak.FormBrowser;
import org.commonweal.keycloak.KeycloakServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Keycloak with the platform's realm, and with a realm that plays a firm's own provider. */
final class TestKeycloak implements AutoCloseable {

    static final String TEST_ADDRESS = "http://localhost:8080/login-tested";

    /** Chosen before it is started: the service is told where it will be. */
    private static final int PORT = Ports.free();

    private static final String HOME = "http://localhost:8080/login/oauth2/code/commonweal";
    private static final String PASSWORD = "a-password";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestDatabase database = TestDatabase.create();
    private final KeycloakServer server;

    TestKeycloak(Path directory) {
        var settings =
                new KeycloakServer.Settings(
                        directory,
                        PORT,
                        Ports.free(),
                        new PostgresAddress(database.host(), database.port()),
                        database.name(),
                        Map.of(
                                "COMMONWEAL_URL", "http://localhost:8080",
                                "COMMONWEAL_SMTP_HOST", "127.0.0.1",
                                "COMMONWEAL_SMTP_PORT", "1",
                                "COMMONWEAL_SMTP_FROM", "login@commonweal.example",
                                "COMMONWEAL_GATEWAY_SECRET", "gateway",
                                "COMMONWEAL_IMPORTER_SECRET", "importer",
                                "COMMONWEAL_BROKERING_SECRET", "brokering-demo-secret",
                                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                                "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD));
        try {
            Files.createDirectories(settings.realms());
            Files.writeString(
                    settings.realms().resolve("commonweal-realm.json"),
                    KeycloakServer.platformRealm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = KeycloakServer.start(settings);
    }

    static String realm(String name) {
        return "http://localhost:" + PORT + "/realms/" + name;
    }

    /** A firm's provider: OIDC for the client "commonweal", SAML for the platform's realm. */
    void firm(String name) {
        var redirect = realm("commonweal") + "/broker/*";
        var body =
                """
                {"realm":"%s","enabled":true,"sslRequired":"none","clients":[
                 {"clientId":"commonweal","protocol":"openid-connect","publicClient":false,
                  "secret":"%s-secret","redirectUris":["%s"],
                  "defaultClientScopes":["basic","profile","email"]},
                 {"clientId":"without-address","protocol":"openid-connect","publicClient":false,
                  "secret":"%s-secret","redirectUris":["%s"],"fullScopeAllowed":false,
                  "defaultClientScopes":["basic","profile"]},
                 {"clientId":"%s","protocol":"saml","redirectUris":["%s"],
                  "attributes":{"saml.assertion.signature":"true","saml.server.signature":"true",
                   "saml.client.signature":"false","saml_name_id_format":"persistent",
                   "saml_force_name_id_format":"true","saml.force.post.binding":"true"},
                  "protocolMappers":[%s]}]}\
                """
                        .formatted(
                                name,
                                name,
                                redirect,
                                name,
                                redirect,
                                realm("commonweal"),
                                redirect,
                                property("email", "email")
                                        + ","
                                        + property("firstName", "givenName")
                                        + ","
                                        + property("lastName", "familyName"));
        admin("POST", "", body);
    }

    private static String property(String property, String attribute) {
        return """
        {"name":"%s","protocol":"saml","protocolMapper":"saml-user-property-mapper",
         "config":{"user.attribute":"%s","attribute.name":"%s","attribute.nameformat":"Basic"}}\
        """
                .formatted(attribute, property, attribute);
    }

    void person(String realm, String mail) {
        admin(
                "POST",
                "/" + realm + "/users",
                """
                {"username":"%s","email":"%s","emailVerified":true,"enabled":true,
                 "firstName":"Noor","lastName":"Haddad",
                 "credentials":[{"type":"password","value":"%s","temporary":false}]}\
                """
                        .formatted(mail, mail, PASSWORD));
    }

    /** Where a browser ends that opens the link and logs in at the firm's provider. */
    URI browse(URI link, String mail, String end) {
        return new FormBrowser(HTTP)
                .follow(
                        link,
                        Map.of("username", mail, "password", PASSWORD, "email", mail),
                        uri -> uri.toString().startsWith(end));
    }

    /** As login by a link, but the SAML response is changed on its way. */
    JsonNode login(String mail, String alias, UnaryOperator<String> response) {
        var browser =
                new FormBrowser(
                        HTTP,
                        fields -> {
                            var changed = new TreeMap<>(fields);
                            changed.computeIfPresent(
                                    "SAMLResponse", (_, coded) -> changed(coded, response));
                            return changed;
                        });
        var answers = Map.of("username", mail, "password", PASSWORD);
        return redeemed(
                browser.follow(
                        start("&kc_idp_hint=" + alias),
                        answers,
                        uri -> uri.toString().startsWith(HOME)));
    }

    private static String changed(String coded, UnaryOperator<String> response) {
        var xml = new String(Base64.getMimeDecoder().decode(coded), UTF_8);
        return Base64.getEncoder().encodeToString(response.apply(xml).getBytes(UTF_8));
    }

    /** What the realm says to a SAML response that nobody asked for. */
    static HttpResponse<String> unasked(String alias, String client, String response) {
        var body =
                FormBrowser.encoded(
                        Map.of(
                                "SAMLResponse",
                                Base64.getEncoder().encodeToString(response.getBytes(UTF_8))));
        return send(
                HttpRequest.newBuilder(
                                URI.create(
                                        realm("commonweal")
                                                + "/broker/"
                                                + alias
                                                + "/endpoint"
                                                + client))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The claims of whoever logs in to the platform, found by the mail domain alone. */
    JsonNode login(String mail) {
        return redeemed(browse(start(""), mail, HOME));
    }

    /** As login, but by a link that names the provider. */
    JsonNode login(String mail, String alias) {
        return redeemed(browse(start("&kc_idp_hint=" + alias), mail, HOME));
    }

    static URI start(String more) {
        // A verifier of 43 times "a".
        var challenge = "ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA";
        return URI.create(
                realm("commonweal")
                        + "/protocol/openid-connect/auth?client_id=gateway&response_type=code"
                        + "&scope=openid&code_challenge_method=S256&code_challenge="
                        + challenge
                        + "&redirect_uri="
                        + HOME
                        + more);
    }

    private static JsonNode redeemed(URI end) {
        var code = end.getQuery().replaceAll("(?:.*&)?code=([^&]*).*", "$1");
        var form =
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "gateway",
                        "client_secret",
                        "gateway",
                        "code",
                        code,
                        "code_verifier",
                        "a".repeat(43),
                        "redirect_uri",
                        HOME);
        var answer = form(realm("commonweal"), form);
        var payload = answer.get("access_token").asString().split("\\.", -1)[1];
        return JsonMapper.shared()
                .readTree(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
    }

    private static JsonNode form(String realm, Map<String, String> form) {
        var request =
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(FormBrowser.encoded(form)));
        return read(send(request));
    }

    /** The administration as the operator has it. */
    JsonNode admin(String method, String path, String body) {
        var token =
                form(
                                realm("master"),
                                Map.of(
                                        "grant_type", "password",
                                        "client_id", "admin-cli",
                                        "username", "admin",
                                        "password", PASSWORD))
                        .get("access_token")
                        .asString();
        var request =
                HttpRequest.newBuilder(server.url().resolve("/admin/realms" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        var answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + answer.body());
        }
        return read(answer);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
