package org.commonweal.e2e;

import java.util.Map;
import org.commonweal.local.demo.DemoAdmin;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.commonweal.local.demo.DemoRealms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an operator does at Keycloak by hand, through its admin interface. */
record RealmAdmin(Entrance entrance) {

    /** Gives a firm an organization whose mail domains lead to its provider. */
    void connect(Firm firm, FirmProviders providers) {
        post("/identity-provider/instances", broker(firm, providers));
        var domains =
                firm.mailDomains().stream()
                        .map(domain -> Map.of("name", domain, "verified", true))
                        .toList();
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
        var found = admin().call("GET", "/commonweal/organizations?search=" + firm.slug(), "");
        var organization = found.get(0).get("id").asString();
        post("/organizations/" + organization + "/identity-providers", firm.slug());
    }

    /** As the demo's firms are connected, but to another server. */
    private static JsonNode broker(Firm firm, FirmProviders providers) {
        var broker = DemoRealms.broker(firm).get("identityProvider");
        var issuer = providers.issuer(firm.slug());
        ((ObjectNode) broker.get("config"))
                .put("issuer", issuer)
                .put("authorizationUrl", issuer + "/authorize")
                .put("tokenUrl", issuer + "/token")
                .put("logoutUrl", issuer + "/logout")
                .put("jwksUrl", issuer + "/keys");
        return broker;
    }

    private void post(String path, Object body) {
        admin().call("POST", "/commonweal" + path, JsonMapper.shared().writeValueAsString(body));
    }

    private DemoAdmin admin() {
        return new DemoAdmin(entrance.http(), entrance.loginUrl());
    }
}
