package org.commonweal.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an administrator of a demo realm does to an account, a firm's or the platform's. */
public record DemoAdmin(HttpClient http, URI keycloak) {

    /** Ends all that the account has open in this realm. */
    public void logout(String realm, String mail) {
        call("POST", "/" + realm + "/users/" + id(realm, mail) + "/logout", "");
    }

    /** Closes the account, or opens it again. */
    public void enable(String realm, String mail, boolean enabled) {
        String user = "/" + realm + "/users/" + id(realm, mail);
        ObjectNode account = (ObjectNode) call("GET", user, "");
        call("PUT", user, account.put("enabled", enabled).toString());
    }

    public int sessions(String realm, String mail) {
        return call("GET", "/" + realm + "/users/" + id(realm, mail) + "/sessions", "").size();
    }

    /** A client that only asks about tokens, unless it is there already. */
    public void letAskAboutTokens(String realm, String client, String secret) {
        if (call("GET", "/" + realm + "/clients?clientId=" + client, "").isEmpty()) {
            ObjectNode asking = JsonMapper.shared().createObjectNode();
            asking.put("clientId", client).put("secret", secret).put("publicClient", false);
            asking.put("standardFlowEnabled", false);
            call("POST", "/" + realm + "/clients", asking.toString());
        }
    }

    private String id(String realm, String mail) {
        String query = "?exact=true&email=" + URLEncoder.encode(mail, UTF_8);
        return call("GET", "/" + realm + "/users" + query, "").get(0).get("id").asString();
    }

    /**
     * One call of Keycloak's admin interface.
     *
     * @param path from the realm's name on
     * @param body JSON, or nothing
     */
    public JsonNode call(String method, String path, String body) {
        HttpRequest.Builder grant =
                HttpRequest.newBuilder(
                                keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "grant_type=password&client_id=admin-cli&username=admin"
                                                + "&password="
                                                + URLEncoder.encode(DemoAlliance.PASSWORD, UTF_8)));
        String token = send(grant).get("access_token").asString();
        return send(
                HttpRequest.newBuilder(keycloak.resolve("/admin/realms" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
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
