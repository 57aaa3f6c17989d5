package org.commonweal.importer;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's API, as the person who imports. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI gateway;
    private final Login login;
    private final Http http;

    Api(URI gateway, Login login, Http http) {
        this.gateway = gateway;
        this.login = login;
        this.http = http;
    }

    /** Asked at the beginning, when an outage is told at once rather than waited out. */
    JsonNode get(String path) {
        return JSON.readTree(checked(http.once(to(path).GET().build())).body());
    }

    HttpResponse<String> put(String path, JsonNode body) {
        var json = JSON.writeValueAsString(body);
        return http.patiently(() ->
                http.once(
                        to(path).header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(json))
                                .build()));
    }

    /** Result lines, one for each line of the request. */
    HttpResponse<String> post(UUID alliance, String path, BodyPublisher lines) {
        return http.patiently(() ->
                http.once(
                        to("/api/alliances/" + alliance + path)
                                .header("Content-Type", "application/x-ndjson")
                                .header("Accept", "application/x-ndjson, application/problem+json")
                                .POST(lines)
                                .build()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + login.token());
    }

    /**
     * The response itself when it is a success.
     *
     * @throws ImportFailedException with the refusal's own words
     */
    static HttpResponse<String> checked(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return response;
        }
        throw new ImportFailedException(
                switch (response.statusCode()) {
                    case 401 -> "the access token is not valid, or not any more";
                    case 503 -> "Commonweal is not ready: " + detail(response);
                    default -> "refused with " + response.statusCode() + ": " + detail(response);
                });
    }

    private static String detail(HttpResponse<String> response) {
        try {
            var problem = JSON.readTree(response.body());
            return problem.path("detail")
                    .asString(problem.path("title").asString("no reason given"));
        } catch (JacksonException none) {
            return "no reason given";
        }
    }
}
