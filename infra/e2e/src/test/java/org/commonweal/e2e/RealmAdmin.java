package org.commonweal.e2e;

import java.util.Map;
import org.commonweal.local.demo.DemoAdmin;
import org.commonweal.local.demo.DemoAlliance.Firm;
import tools.jackson.databind.json.JsonMapper;

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

    private void post(String path, Object body) {
        admin().call("POST", "/commonweal" + path, JsonMapper.shared().writeValueAsString(body));
    }

    private DemoAdmin admin() {
        return new DemoAdmin(entrance.http(), entrance.loginUrl());
    }
}
