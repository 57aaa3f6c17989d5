package org.commonweal.platform.brokering;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Firms' providers as the realm has them. What is wanted can be written any number of times: what
 * is missing is made, what differs is changed.
 */
public final class Brokers {

    private final AdminApi admin;
    private final Descriptions descriptions;
    private final BrokeringProperties properties;

    Brokers(AdminApi admin, Descriptions descriptions, BrokeringProperties properties) {
        this.admin = admin;
        this.descriptions = descriptions;
        this.properties = properties;
    }

    /** Where the firm's provider sends people back to; for SAML the consumer of its assertions. */
    public String redirectAddress(String alias) {
        return properties.realm() + "/broker/" + alias + "/endpoint";
    }

    /** Under which name we ask a SAML provider. */
    public String entityId() {
        return properties.realm().toString();
    }

    /** The fault that keeps it from being as wanted, or none. An outage of ours is an error. */
    public Mono<Optional<Fault>> write(Provider provider) {
        return admin.open()
                .flatMap(realm ->
                        provider.stage() == Provider.Stage.RETIRED
                                ? retire(realm, provider)
                                : describe(realm, provider))
                .thenReturn(Optional.<Fault>empty())
                .onErrorResume(FaultException.class, e -> Mono.just(Optional.of(e.fault())));
    }

    private Mono<Void> describe(AdminApi.Session realm, Provider provider) {
        return descriptions
                .of(provider.protocol(), redirectAddress(provider.alias()), realm)
                .flatMap(settings -> Instances.keep(realm, provider, settings, entityId()))
                .then(Mono.defer(() -> Instances.mappers(realm, provider)))
                .then(Mono.defer(() -> Organizations.link(realm, provider)));
    }

    /** It lets nobody in any more; whom it let in keeps the account. */
    private Mono<Void> retire(AdminApi.Session realm, Provider provider) {
        return Organizations.link(realm, provider)
                .then(realm.get(Instances.PATH, provider.alias()))
                .filter(AdminApi.Answer::isDone)
                .flatMap(found -> {
                    var rest = new HashMap<String, Object>(Map.of("enabled", false));
                    found.body()
                            .properties()
                            .forEach(each -> rest.putIfAbsent(each.getKey(), each.getValue()));
                    return realm.put(rest, Instances.PATH, provider.alias());
                })
                .map(AdminApi.Answer::done)
                .then();
    }

    /** What came of a test login, or nothing yet. */
    public Mono<Trial> look(Provider provider, UUID test, Instant since) {
        return admin.open().flatMap(realm -> Trials.look(realm, provider, address(test), since));
    }

    private String address(UUID test) {
        return properties.testAddress() + "/" + test;
    }

    /** Where a person of the firm logs in to test it; in a window without other logins. */
    public String testLink(String alias, UUID test) {
        return Objects.requireNonNull(
                UriComponentsBuilder.fromUriString(
                                properties.realm() + "/protocol/openid-connect/auth")
                        .queryParam("client_id", Trials.CLIENT)
                        .queryParam("response_type", "code")
                        .queryParam("scope", "openid")
                        .queryParam("prompt", "login")
                        .queryParam("kc_idp_hint", alias)
                        .queryParam("redirect_uri", address(test))
                        .encode()
                        .toUriString());
    }
}
