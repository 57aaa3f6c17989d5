package org.commonweal.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.Firm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator does at Keycloak by hand, through its admin interface. */
record RealmAdmin(Entrance entrance) {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    /** Gives a firm an organization whose mail domains lead to its provider. */
    void connect(Firm firm, FirmProviders providers) {
        post("/identity-provider/instances", broker(firm, providers));
        var domains =
                firm.mailDomains().stream()
                        .map(domain -> Map.of("name", domain, "verified", true))
                        .toList();
        var organization =
                post(
                        "/organizations",
                        Map.of(
                                "name",
                                firm.name(),
                                "alias",
                                firm.slug(),
                                "enabled",
                                true,
                                "domains",
                                domains));
        var place = organization.headers().firstValue("location").orElseThrow();
        post(
                URI.create(place).getPath().replaceFirst("^.*/organizations/", "/organizations/")
                        + "/identity-providers",
                firm.slug());
    }

    private static Map<String, Object> broker(Firm firm, FirmProviders providers) {
        var issuer = providers.issuer(firm.slug());
        return Map.of(
                "alias",
                firm.slug(),
                "displayName",
                firm.name(),
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                true,
                "hideOnLogin",
                true,
                "firstBrokerLoginFlowAlias",
                "first login from a firm",
                "config",
                Map.ofEntries(
                        Map.entry("issuer", issuer),
                        Map.entry("authorizationUrl", issuer + "/authorize"),
                        Map.entry("tokenUrl", issuer + "/token"),
                        Map.entry("jwksUrl", issuer + "/keys"),
                        Map.entry("useJwksUrl", "true"),
                        Map.entry("validateSignature", "true"),
                        Map.entry("clientId", FirmProviders.CLIENT),
                        Map.entry("clientSecret", firm.slug()),
                        Map.entry("clientAuthMethod", "client_secret_basic"),
                        Map.entry("defaultScope", "openid profile email"),
                        Map.entry("disableUserInfo", "true"),
                        Map.entry("loginHint", "true"),
                        Map.entry("pkceEnabled", "true"),
                        Map.entry("pkceMethod", "S256"),
                        Map.entry("syncMode", "FORCE"),
                        Map.entry("kc.org.domain", firm.mailDomains().getFirst()),
                        Map.entry("kc.org.broker.redirect.mode.email-matches", "true")));
    }

    private HttpResponse<String> post(String path, Object body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        var response =
                send(
                        request("/admin/realms/commonweal" + path)
                                .header("Authorization", "Bearer " + token())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json)));
        if (!List.of(201, 204).contains(response.statusCode())) {
            throw new IllegalStateException(
                    path + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    private String token() {
        var form =
                "client_id=admin-cli&grant_type=password&username=admin&password="
                        + URLEncoder.encode(DemoAlliance.PASSWORD, UTF_8);
        var response =
                send(
                        request("/realms/master/protocol/openid-connect/token")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        return answer.get("access_token").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(entrance.loginUrl().resolve(path)).timeout(ANSWER_LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return entrance.http().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
