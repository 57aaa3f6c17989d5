package org.commonweal.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The access token of the person who imports; a new one before the old one ends. */
final class Login {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Options options;
    private final Http http;
    private final Clock clock;
    private String token;
    private Instant until;

    Login(Options options, Http http, Clock clock) {
        this.options = options;
        this.http = http;
        this.clock = clock;
        this.token = options.token() == null ? "" : options.token();
        this.until = options.token() == null ? Instant.MIN : Instant.MAX;
    }

    /**
     * A token that is good for at least a minute.
     *
     * @throws ImportFailedException when the login is refused
     */
    String token() {
        if (clock.instant().isAfter(until)) {
            logIn();
        }
        return token;
    }

    private void logIn() {
        var form =
                Map.of(
                        "grant_type", "password",
                        "client_id", "cli",
                        "scope", "openid",
                        "username", options.mail(),
                        "password", options.password());
        var request =
                HttpRequest.newBuilder(
                                URI.create(options.realm() + "/protocol/openid-connect/token"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build();
        var response = http.once(request);
        if (response.statusCode() != 200) {
            throw new ImportFailedException(
                    options.mail()
                            + " cannot log in by password (status "
                            + response.statusCode()
                            + "); --as names an account of the platform's own realm, or set"
                            + " COMMONWEAL_TOKEN to an access token");
        }
        var answer = JsonMapper.shared().readTree(response.body());
        token = answer.path("access_token").asString("");
        until = clock.instant().plusSeconds(answer.path("expires_in").asLong(0)).minus(MARGIN);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
