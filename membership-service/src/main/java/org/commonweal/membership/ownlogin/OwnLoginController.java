package org.commonweal.membership.ownlogin;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.MembershipProperties;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The own firm's login, as its administrators see and change it. */
@RestController
@RequestMapping("/api/alliances/{alliance}/organizations/mine")
@Tag(name = "organizations")
class OwnLoginController {

    private static final UUID NO_COMMAND = new UUID(0, 0);

    private final MakeScimToken make;
    private final OwnLogins logins;
    private final MembershipProperties properties;
    private final RequestHash hash;
    private final Clock clock;

    OwnLoginController(
            MakeScimToken make,
            OwnLogins logins,
            MembershipProperties properties,
            RequestHash hash,
            Clock clock) {
        this.make = make;
        this.logins = logins;
        this.properties = properties;
        this.hash = hash;
        this.clock = clock;
    }

    @GetMapping("/login")
    Mono<ResponseEntity<OwnLoginView>> readOwnLogin(Caller caller) {
        return logins.situation(caller, NO_COMMAND)
                .map(now ->
                        now.administrator()
                                ? ResponseEntity.ok(view(caller, now))
                                : OwnLoginProblems.notAnAdministrator().<OwnLoginView>response())
                .defaultIfEmpty(Problem.notFound().response());
    }

    private OwnLoginView view(Caller caller, OwnLogins.Situation now) {
        var organization = now.me().organization().value();
        return new OwnLoginView(organization, endpoint(caller, organization), now.provisioning());
    }

    @PutMapping("/scim-token")
    Mono<ResponseEntity<ScimTokenView>> makeScimToken(
            Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command =
                new MakeScimToken.Command(
                        CommandId.of(key, clock), hash.of("scim-token", caller, ""), caller);
        return make.handle(command)
                .map(outcome -> answer(caller, outcome))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private ResponseEntity<ScimTokenView> answer(Caller caller, MakeScimToken.Outcome outcome) {
        return switch (outcome) {
            case MakeScimToken.Outcome.Made(var organization, var token) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(new ScimTokenView(endpoint(caller, organization), token));
            case MakeScimToken.Outcome.ToldBefore() -> OwnLoginProblems.toldBefore().response();
            case MakeScimToken.Outcome.IdTaken() -> Problem.idTaken().response();
            case MakeScimToken.Outcome.NotAnAdministrator() ->
                    OwnLoginProblems.notAnAdministrator().response();
        };
    }

    private String endpoint(Caller caller, UUID organization) {
        return "%s/scim/v2/%s/%s"
                .formatted(properties.publicAddress(), caller.alliance(), organization);
    }

    record OwnLoginView(
            UUID organization, String scimEndpoint, OwnLogins.Provisioning provisioning) {}

    /** The one answer that has the token. */
    record ScimTokenView(String endpoint, String token) {}
}
