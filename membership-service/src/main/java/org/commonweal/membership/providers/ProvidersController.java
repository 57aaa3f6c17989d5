package org.commonweal.membership.providers;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.OwnProvider;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RefusedException;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The own firm's identity providers, for its administrators. */
@RestController
@RequestMapping("/api/alliances/{alliance}/organizations/mine/login/providers")
@Tag(name = "organizations")
class ProvidersController {

    private final ConnectProvider connect;
    private final ProviderViews views;
    private final SealedSecret secrets;
    private final RequestHash hash;
    private final Clock clock;

    ProvidersController(
            ConnectProvider connect,
            ProviderViews views,
            SealedSecret secrets,
            RequestHash hash,
            Clock clock) {
        this.connect = connect;
        this.views = views;
        this.secrets = secrets;
        this.hash = hash;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<ProvidersView>> listLoginProviders(Caller caller) {
        return views.all(caller)
                .map(found ->
                        found.administrator()
                                ? ResponseEntity.ok(new ProvidersView(found.items()))
                                : ProviderProblems.notAnAdministrator().<ProvidersView>response())
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** A new draft, or a changed one; without a secret the one that is held stays. */
    @PutMapping("/{id}")
    Mono<ResponseEntity<ProviderView>> describeLoginProvider(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody ProviderRequest request) {
        var secret = request.clientSecret();
        var said = request.withSecret(secret == null ? null : secrets.mark(secret));
        var description =
                request.description(secret == null ? null : secrets.seal(id, secret.strip()));
        return act(
                id, caller, key, "describe", said, new ConnectProvider.Act.Describe(description));
    }

    /** Begins a test; the answer has the link to log in by. */
    @PutMapping("/{id}/test")
    Mono<ResponseEntity<ProviderView>> testLoginProvider(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return act(id, caller, key, "test", "", new ConnectProvider.Act.Test());
    }

    @PutMapping("/{id}/live")
    Mono<ResponseEntity<ProviderView>> takeUpLoginProvider(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return act(id, caller, key, "live", "", new ConnectProvider.Act.GoLive());
    }

    @PutMapping("/{id}/retirement")
    Mono<ResponseEntity<ProviderView>> retireLoginProvider(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return act(id, caller, key, "retire", "", new ConnectProvider.Act.Retire());
    }

    /** Tries again to connect it, after something was mended at the provider. */
    @PutMapping("/{id}/connection")
    Mono<ResponseEntity<ProviderView>> connectLoginProvider(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return act(id, caller, key, "connect", "", new ConnectProvider.Act.WriteAgain());
    }

    private Mono<ResponseEntity<ProviderView>> act(
            UUID id, Caller caller, UUID key, String what, Object said, ConnectProvider.Act act) {
        var hashed = hash.of("login-provider/" + what + "/" + id, caller, said);
        var command =
                new ConnectProvider.Command(CommandId.of(key, clock), hashed, caller, id, act);
        return connect.handle(command)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<ProviderView>> answer(
            ConnectProvider.Outcome outcome, ConnectProvider.Command command) {
        return switch (outcome) {
            case ConnectProvider.Outcome.Done() ->
                    views.all(command.caller())
                            .flatMapIterable(ProviderViews.Found::items)
                            .filter(view -> view.id().equals(command.provider()))
                            .next()
                            .map(ResponseEntity::ok);
            case ConnectProvider.Outcome.NotAnAdministrator() ->
                    Mono.just(ProviderProblems.notAnAdministrator().response());
            case ConnectProvider.Outcome.SecretMissing() ->
                    Mono.just(
                            ProviderProblems.incomplete("/clientSecret", "is missing").response());
            case ConnectProvider.Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case ConnectProvider.Outcome.NotThere() -> Mono.just(Problem.notFound().response());
            case ConnectProvider.Outcome.ChangedMeanwhile() ->
                    Mono.just(Problem.changedMeanwhile().response());
            case ConnectProvider.Outcome.Refused(var reason) ->
                    Mono.just(ProviderProblems.of(reason).response());
        };
    }

    record ProvidersView(List<ProviderView> items) {}

    /**
     * @param address of the issuer, or of the SAML metadata
     * @param clientSecret told by the firm once and never told again
     * @param metadata the SAML metadata itself, where it has no address
     */
    record ProviderRequest(
            @NotBlank @Size(max = 80) String name,
            @NotNull OwnProvider.Protocol protocol,
            @Nullable @Size(max = 2000) String address,
            @Nullable @Size(max = 200) String clientId,
            @Nullable @Size(min = 1, max = 500) String clientSecret,
            @Nullable @Size(max = 200_000) String metadata) {

        ProviderRequest withSecret(@Nullable String mark) {
            return new ProviderRequest(name, protocol, address, clientId, mark, metadata);
        }

        ConnectProvider.Description description(@Nullable String sealedSecret) {
            var isOidc = protocol == OwnProvider.Protocol.OIDC;
            if (isOidc && isBlank(address)) {
                throw new RefusedException(ProviderProblems.incomplete("/address", "is missing"));
            }
            if (isOidc && isBlank(clientId)) {
                throw new RefusedException(ProviderProblems.incomplete("/clientId", "is missing"));
            }
            if (!isOidc && isBlank(address) && isBlank(metadata)) {
                throw new RefusedException(ProviderProblems.incomplete("/metadata", "is missing"));
            }
            return new ConnectProvider.Description(
                    name.strip(),
                    new OwnProvider.Identity(
                            protocol, stripped(address), isOidc ? stripped(clientId) : null),
                    isOidc ? sealedSecret : null,
                    isOidc ? null : stripped(metadata));
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        private static @Nullable String stripped(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
