package org.commonweal.platform.brokering;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A firm's organization in the realm: the mail domains by which its people are sent to its
 * provider. Made anew when it is gone; nobody is its member, so that its end ends no account.
 */
final class Organizations {

    private static final String OURS = "firm-";

    private Organizations() {}

    /** A live provider is linked and found by the firm's domains; another is not. */
    static Mono<Void> link(AdminApi.Session realm, Provider provider) {
        return switch (provider.stage()) {
            case TRIAL, RETIRED -> unlink(realm, provider);
            case LIVE ->
                    found(realm, provider)
                            .flatMap(known -> change(realm, provider, known))
                            .switchIfEmpty(Mono.defer(() -> make(realm, provider)))
                            .flatMap(id ->
                                    realm.post(
                                            provider.alias(),
                                            "/organizations/{id}/identity-providers",
                                            id))
                            // 409: it is linked already.
                            .map(answer -> answer.status() == 409 ? answer : answer.done())
                            .then();
        };
    }

    private static Mono<Void> unlink(AdminApi.Session realm, Provider provider) {
        return found(realm, provider)
                .flatMap(known ->
                        realm.delete(
                                "/organizations/{id}/identity-providers/{alias}",
                                known.path("id").asString(),
                                provider.alias()))
                .then();
    }

    /** The firm's own; else one that an operator made for nothing but domains of the firm. */
    private static Mono<JsonNode> found(AdminApi.Session realm, Provider provider) {
        return search(realm, provider.organization(), true)
                .filter(each -> alias(each).equals(provider.organization()))
                .next()
                .switchIfEmpty(
                        Flux.fromIterable(provider.domains())
                                .concatMap(domain -> search(realm, domain, true))
                                .filter(each -> !alias(each).startsWith(OURS))
                                .filter(each -> provider.domains().containsAll(domains(each)))
                                .next());
    }

    private static Flux<JsonNode> search(AdminApi.Session realm, String text, boolean exact) {
        return realm.get(
                        "/organizations?search={text}&exact={exact}&briefRepresentation=false",
                        text,
                        exact)
                .map(AdminApi.Answer::done)
                .flatMapIterable(AdminApi.Answer::body);
    }

    private static String alias(JsonNode organization) {
        return organization.path("alias").asString("");
    }

    private static List<String> domains(JsonNode organization) {
        return StreamSupport.stream(organization.path("domains").spliterator(), false)
                .map(each -> each.path("name").asString(""))
                .toList();
    }

    private static Mono<String> change(AdminApi.Session realm, Provider provider, JsonNode known) {
        var id = known.path("id").asString();
        if (provider.domains().equals(domains(known).stream().collect(Collectors.toSet()))) {
            return Mono.just(id);
        }
        var wanted =
                Map.of(
                        "id", id,
                        "name", known.path("name").asString(),
                        "alias", alias(known),
                        "enabled", true,
                        "domains", domains(provider));
        return realm.put(wanted, "/organizations/{id}", id)
                .map(Organizations::accepted)
                .thenReturn(id);
    }

    private static Mono<String> make(AdminApi.Session realm, Provider provider) {
        var wanted =
                Map.of(
                        "name", provider.organization(),
                        "alias", provider.organization(),
                        "enabled", true,
                        "domains", domains(provider));
        return realm.post(wanted, "/organizations")
                .map(Organizations::accepted)
                .flatMap(_ -> found(realm, provider))
                .map(made -> made.path("id").asString());
    }

    private static AdminApi.Answer accepted(AdminApi.Answer answer) {
        if (answer.status() == 400 || answer.status() == 409) {
            throw new FaultException(Fault.DOMAIN_TAKEN);
        }
        return answer.done();
    }

    private static List<Map<String, Object>> domains(Provider provider) {
        return provider.domains().stream()
                .map(each -> Map.<String, Object>of("name", each, "verified", true))
                .toList();
    }
}
