package org.commonweal.platform.brokering;

import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider says of itself, looked at before the realm believes it. */
final class Descriptions {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final PublicWeb web;
    private final PublicAddresses addresses;
    private final JsonMapper json;

    Descriptions(PublicWeb web, PublicAddresses addresses, JsonMapper json) {
        this.web = web;
        this.addresses = addresses;
        this.json = json;
    }

    /** The settings of the realm for the provider. */
    Mono<Map<String, String>> of(
            Provider.Protocol protocol, String redirect, AdminApi.Session realm) {
        return switch (protocol) {
            case Provider.Protocol.Oidc oidc -> oidc(oidc, redirect);
            case Provider.Protocol.Saml(var address, var document) ->
                    (document != null
                                    ? Mono.just(document)
                                    : web.read(address == null ? "" : address))
                            .flatMap(realm::readMetadata)
                            .map(this::saml);
        };
    }

    private Mono<Map<String, String>> oidc(Provider.Protocol.Oidc oidc, String redirect) {
        var issuer =
                oidc.issuer().endsWith(WELL_KNOWN)
                        ? oidc.issuer().substring(0, oidc.issuer().length() - WELL_KNOWN.length())
                        : oidc.issuer();
        return web.read(issuer.replaceAll("/$", "") + WELL_KNOWN)
                .map(this::parsed)
                .flatMap(found -> {
                    var settings = settings(issuer, found);
                    return web.read(settings.getOrDefault("jwksUrl", ""))
                            .map(this::parsed)
                            .flatMap(keys -> knowsUs(oidc, settings, redirect, keys));
                });
    }

    private Mono<Map<String, String>> knowsUs(
            Provider.Protocol.Oidc oidc,
            Map<String, String> settings,
            String redirect,
            JsonNode keys) {
        if (keys.path("keys").isEmpty()) {
            return Mono.error(new FaultException(Fault.NO_KEYS));
        }
        settings.put("clientId", oidc.clientId());
        settings.put("clientSecret", oidc.clientSecret());
        return web.knowsClient(
                        settings.getOrDefault("tokenUrl", ""),
                        redirect,
                        oidc.clientId(),
                        oidc.clientSecret())
                .map(known -> {
                    if (!known) {
                        throw new FaultException(Fault.CLIENT_UNKNOWN);
                    }
                    return settings;
                });
    }

    /** A provider that names another issuer than the one asked could speak in its name. */
    private Map<String, String> settings(String issuer, JsonNode found) {
        var said = found.path("issuer").asString("");
        if (said.isEmpty()) {
            throw new FaultException(Fault.NO_DESCRIPTION);
        }
        if (!said.replaceAll("/$", "").equals(issuer.replaceAll("/$", ""))) {
            throw new FaultException(Fault.OTHER_ISSUER);
        }
        var settings = new TreeMap<>(OIDC);
        settings.put("issuer", said);
        settings.put("authorizationUrl", endpoint(found, "authorization_endpoint"));
        settings.put("tokenUrl", endpoint(found, "token_endpoint"));
        settings.put("jwksUrl", endpoint(found, "jwks_uri"));
        return settings;
    }

    private String endpoint(JsonNode found, String name) {
        var address = found.path(name).asString("");
        if (address.isEmpty()) {
            throw new FaultException(Fault.NO_DESCRIPTION);
        }
        return addresses.checked(address).toString();
    }

    /** The realm asks neither for the metadata nor for anything at the provider by itself. */
    private Map<String, String> saml(AdminApi.Answer read) {
        if (!read.isDone() || read.body().path("singleSignOnServiceUrl").asString("").isEmpty()) {
            throw new FaultException(Fault.NO_DESCRIPTION);
        }
        if (read.body().path("signingCertificate").asString("").isEmpty()) {
            throw new FaultException(Fault.NO_KEYS);
        }
        addresses.checked(read.body().path("singleSignOnServiceUrl").asString(""));
        var settings = new TreeMap<String, String>();
        for (var taken : SAML_TAKEN) {
            settings.put(taken, read.body().path(taken).asString(""));
        }
        settings.putAll(SAML);
        return settings;
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException unreadable) {
            throw new FaultException(Fault.NO_DESCRIPTION);
        }
    }

    private static final Map<String, String> OIDC =
            Map.ofEntries(
                    Map.entry("useJwksUrl", "true"),
                    Map.entry("validateSignature", "true"),
                    Map.entry("clientAuthMethod", "client_secret_basic"),
                    Map.entry("defaultScope", "openid profile email"),
                    Map.entry("disableUserInfo", "true"),
                    Map.entry("loginHint", "true"),
                    Map.entry("pkceEnabled", "true"),
                    Map.entry("pkceMethod", "S256"),
                    Map.entry("backchannelSupported", "true"),
                    Map.entry("syncMode", "FORCE"));

    private static final String[] SAML_TAKEN = {
        "idpEntityId", "singleSignOnServiceUrl", "signingCertificate", "wantAuthnRequestsSigned"
    };

    private static final Map<String, String> SAML =
            Map.ofEntries(
                    Map.entry("validateSignature", "true"),
                    Map.entry("wantAssertionsSigned", "true"),
                    Map.entry("signatureAlgorithm", "RSA_SHA256"),
                    Map.entry(
                            "nameIDPolicyFormat",
                            "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
                    Map.entry("principalType", "SUBJECT"),
                    Map.entry("postBindingAuthnRequest", "true"),
                    Map.entry("postBindingResponse", "true"),
                    Map.entry("backchannelSupported", "false"),
                    Map.entry("loginHint", "true"),
                    Map.entry("allowedClockSkew", "30"),
                    Map.entry("syncMode", "FORCE"));
}
