package org.commonweal.platform.brokering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An identity provider of the realm, and what it takes from each login. */
final class Instances {

    static final String PATH = "/identity-provider/instances/{alias}";

    /** The session note that says in which domains a login proves addresses. */
    private static final String DOMAINS = "idp_domains";

    /** The account's attribute for the address that the provider asserted at the last login. */
    private static final String ASSERTED = "idp_email";

    private Instances() {}

    static Mono<AdminApi.Answer> keep(
            AdminApi.Session realm,
            Provider provider,
            Map<String, String> settings,
            String entityId) {
        return realm.get(PATH, provider.alias())
                .flatMap(found ->
                        found.isMissing()
                                ? realm.post(
                                        wanted(provider, settings, entityId, null),
                                        "/identity-provider/instances")
                                : realm.put(
                                        wanted(provider, settings, entityId, found.done().body()),
                                        PATH,
                                        provider.alias()))
                .map(answer -> {
                    if (answer.status() == 400) {
                        throw new FaultException(Fault.NOT_ACCEPTED);
                    }
                    return answer.done();
                });
    }

    private static Map<String, Object> wanted(
            Provider provider,
            Map<String, String> settings,
            String entityId,
            @Nullable JsonNode found) {
        var isLive = provider.stage() == Provider.Stage.LIVE;
        var wanted = new HashMap<String, Object>();
        wanted.put("alias", provider.alias());
        wanted.put("displayName", provider.name());
        wanted.put("providerId", protocol(provider));
        wanted.put("enabled", true);
        // Its word on addresses counts in the firm's own domains alone: see the mappers.
        wanted.put("trustEmail", false);
        wanted.put("storeToken", false);
        wanted.put("addReadTokenRoleOnCreate", false);
        wanted.put("linkOnly", false);
        wanted.put("hideOnLogin", !(isLive && provider.chosen()));
        wanted.put("firstBrokerLoginFlowAlias", "first login from a firm's own provider");
        wanted.put("config", config(provider, settings, entityId));
        if (found != null) {
            wanted.put("internalId", found.path("internalId"));
            if (found.hasNonNull("organizationId")) {
                wanted.put("organizationId", found.path("organizationId"));
            }
        }
        return wanted;
    }

    private static Map<String, String> config(
            Provider provider, Map<String, String> settings, String entityId) {
        var config = new TreeMap<>(settings);
        if (provider.protocol() instanceof Provider.Protocol.Saml) {
            config.put("entityId", entityId);
        }
        if (provider.stage() == Provider.Stage.LIVE) {
            config.put("kc.org.domain", "ANY");
            config.put("kc.org.broker.redirect.mode.email-matches", "" + !provider.chosen());
        }
        return config;
    }

    private static String protocol(Provider provider) {
        return switch (provider.protocol()) {
            case Provider.Protocol.Oidc _ -> "oidc";
            case Provider.Protocol.Saml _ -> "saml";
        };
    }

    /** Changed in place: a live provider is never without what proves its addresses. */
    static Mono<Void> mappers(AdminApi.Session realm, Provider provider) {
        var path = PATH + "/mappers";
        return realm.get(path, provider.alias())
                .map(AdminApi.Answer::done)
                .flatMap(found -> {
                    var known = new HashMap<String, String>();
                    found.body()
                            .forEach(each ->
                                    known.put(
                                            each.path("name").asString(""),
                                            each.path("id").asString("")));
                    return Flux.fromIterable(mappers(provider))
                            .concatMap(each -> {
                                var id = known.remove(String.valueOf(each.get("name")));
                                return id == null
                                        ? realm.post(each, path, provider.alias())
                                        : realm.put(
                                                with(each, id),
                                                path + "/{id}",
                                                provider.alias(),
                                                id);
                            })
                            .map(AdminApi.Answer::done)
                            .thenMany(Flux.defer(() -> Flux.fromIterable(known.values())))
                            .concatMap(id -> realm.delete(path + "/{id}", provider.alias(), id))
                            .then();
                });
    }

    private static Map<String, Object> with(Map<String, Object> mapper, String id) {
        var whole = new HashMap<>(mapper);
        whole.put("id", id);
        return whole;
    }

    private static List<Map<String, Object>> mappers(Provider provider) {
        var mappers = new ArrayList<Map<String, Object>>();
        var isSaml = provider.protocol() instanceof Provider.Protocol.Saml;
        var kind = isSaml ? "saml-user-attribute-idp-mapper" : "oidc-user-attribute-idp-mapper";
        var named = isSaml ? "attribute.name" : "claim";
        mappers.add(mapper(provider, kind, ASSERTED, named, "email"));
        if (isSaml) {
            mappers.add(mapper(provider, kind, "email", named, "email"));
            mappers.add(mapper(provider, kind, "firstName", named, "givenName"));
            mappers.add(mapper(provider, kind, "lastName", named, "familyName"));
        }
        if (provider.stage() == Provider.Stage.LIVE) {
            mappers.add(domains(provider));
        }
        return mappers;
    }

    private static Map<String, Object> domains(Provider provider) {
        var note = new TreeMap<String, String>();
        note.put("syncMode", "FORCE");
        note.put("attribute", DOMAINS);
        note.put("attribute.value", String.join(" ", provider.domains()));
        return Map.of(
                "name",
                DOMAINS,
                "identityProviderAlias",
                provider.alias(),
                "identityProviderMapper",
                "hardcoded-user-session-attribute-idp-mapper",
                "config",
                note);
    }

    private static Map<String, Object> mapper(
            Provider provider, String kind, String attribute, String named, String from) {
        return Map.of(
                "name",
                attribute,
                "identityProviderAlias",
                provider.alias(),
                "identityProviderMapper",
                kind,
                "config",
                Map.of("syncMode", "FORCE", named, from, "user.attribute", attribute));
    }
}
