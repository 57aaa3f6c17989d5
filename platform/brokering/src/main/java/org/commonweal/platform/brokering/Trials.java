package org.commonweal.platform.brokering;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Test logins as the realm recorded them; nothing of a person is kept of it. */
final class Trials {

    /** The realm's client through which nobody gets in anywhere: its code is never redeemed. */
    static final String CLIENT = "login-test";

    private static final int EVENTS_MAX = 100;

    private Trials() {}

    /** Empty while nothing has come back. */
    static Mono<Trial> look(
            AdminApi.Session realm, Provider provider, String address, Instant since) {
        return realm.get(
                        "/events?client={client}&dateFrom={from}&max={max}",
                        CLIENT,
                        since.toEpochMilli(),
                        EVENTS_MAX)
                .map(AdminApi.Answer::done)
                .map(found -> of(found.body(), since))
                .flatMap(events -> look(realm, provider, address, events));
    }

    private static List<JsonNode> of(JsonNode events, Instant since) {
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("time").asLong() >= since.toEpochMilli())
                .toList();
    }

    private static Mono<Trial> look(
            AdminApi.Session realm, Provider provider, String address, List<JsonNode> events) {
        var ours =
                events.stream()
                        .filter(event -> detail(event, "redirect_uri").equals(address))
                        .filter(event ->
                                detail(event, "identity_provider").equals(provider.alias()))
                        .map(event -> detail(event, "code_id"))
                        .toList();
        var last =
                events.stream()
                        .filter(event -> ours.contains(detail(event, "code_id")))
                        .filter(event -> isVerdict(event))
                        .findFirst();
        return last.map(event -> judge(realm, provider, event))
                .orElseGet(() -> Mono.justOrEmpty(refused(events)));
    }

    /** First a new account, then its login: the one that was made first says more. */
    private static boolean isVerdict(JsonNode event) {
        var type = event.path("type").asString("");
        return type.equals("REGISTER")
                || type.equals("IDENTITY_PROVIDER_FIRST_LOGIN_ERROR")
                || (type.equals("LOGIN") && !detail(event, "redirect_uri").isEmpty());
    }

    /** Judges by what the provider asserted, not by what the person typed. */
    private static Mono<Trial> judge(AdminApi.Session realm, Provider provider, JsonNode event) {
        if (event.path("type").asString("").equals("IDENTITY_PROVIDER_FIRST_LOGIN_ERROR")) {
            return Mono.just(
                    address(provider, detail(event, "existing_email"))
                            .orElse(Trial.PASSED_WITH_ACCOUNT));
        }
        return realm.get("/users/{id}", event.path("userId").asString(""))
                .map(answer -> answer.done().body())
                .map(account ->
                        address(provider, asserted(account)).orElseGet(() -> named(account)));
    }

    private static String asserted(JsonNode account) {
        return account.path("attributes").path("idp_email").path(0).asString("");
    }

    private static Trial named(JsonNode account) {
        return account.path("firstName").asString("").isBlank()
                        || account.path("lastName").asString("").isBlank()
                ? Trial.PASSED_WITHOUT_NAME
                : Trial.PASSED;
    }

    /** What is wrong with the address. */
    private static Optional<Trial> address(Provider provider, String address) {
        if (address.isBlank()) {
            return Optional.of(Trial.NO_ADDRESS);
        }
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return provider.domains().contains(domain)
                ? Optional.empty()
                : Optional.of(Trial.OTHER_DOMAIN);
    }

    /** The realm does not say whose answer it refused; only who has just tested looks here. */
    private static Optional<Trial> refused(List<JsonNode> events) {
        return events.stream()
                .filter(event ->
                        event.path("error").asString("").equals("identity_provider_login_failure"))
                .findFirst()
                .map(_ -> Trial.ANSWER_REFUSED);
    }

    private static String detail(JsonNode event, String name) {
        return event.path("details").path(name).asString("");
    }
}
