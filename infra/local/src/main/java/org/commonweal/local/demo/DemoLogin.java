package org.commonweal.local.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.commonweal.keycloak.FormBrowser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets an access token as a demo person, by the client that exists in the demo realm alone:
 * platform accounts by password, people of a firm with a provider of its own through that provider.
 */
public final class DemoLogin {

    private static final String CALLBACK = "http://127.0.0.1/callback";

    private final HttpClient http;
    private final URI realm;
    private final SecureRandom chance = new SecureRandom();

    public DemoLogin(HttpClient http, URI keycloak) {
        this.http = http;
        this.realm = keycloak.resolve("/realms/commonweal/protocol/openid-connect/");
    }

    /** The bearer token of a new session. */
    public String accessToken(DemoAlliance alliance, DemoAlliance.Person person) {
        return switch (alliance.firm(person.firm()).login()) {
            case PLATFORM -> byPassword(person);
            case OIDC, SAML -> throughProvider(person);
        };
    }

    private String byPassword(DemoAlliance.Person person) {
        return token(
                Map.of(
                        "grant_type",
                        "password",
                        "username",
                        person.mail(),
                        "password",
                        DemoAlliance.PASSWORD,
                        "scope",
                        "openid"));
    }

    /** Identity first: the mail address alone decides where the password is asked for. */
    private String throughProvider(DemoAlliance.Person person) {
        var verifier = random();
        var query =
                Map.of(
                        "client_id", "cli",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", CALLBACK,
                        "code_challenge_method", "S256",
                        "code_challenge", base64(sha256(verifier)));
        var answers = Map.of("username", person.mail(), "password", DemoAlliance.PASSWORD);
        var end =
                new FormBrowser(http)
                        .follow(
                                realm.resolve("auth?" + FormBrowser.encoded(query)),
                                answers,
                                uri -> uri.toString().startsWith(CALLBACK));
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        parameter(end, "code"),
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        verifier));
    }

    private String token(Map<String, String> grant) {
        var form = new TreeMap<>(grant);
        form.put("client_id", "cli");
        var request =
                HttpRequest.newBuilder(realm.resolve("token"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(FormBrowser.encoded(form)))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var answer = JsonMapper.shared().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "no token for " + form.get("username") + ": " + answer);
            }
            return answer.get("access_token").asString();
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", e);
        }
    }

    private static String parameter(URI uri, String name) {
        return Arrays.stream(uri.getRawQuery().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the login was refused: " + uri));
    }

    private String random() {
        var bytes = new byte[32];
        chance.nextBytes(bytes);
        return base64(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
