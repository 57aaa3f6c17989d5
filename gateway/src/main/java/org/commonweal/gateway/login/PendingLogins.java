package org.commonweal.gateway.login;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonweal.gateway.seal.Seal;
import org.commonweal.gateway.seal.Seal.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logins under way live sealed in the browser's own cookie, not in a session: whoever only begins
 * logins costs no memory here, and any gateway of a cluster can end what another began.
 */
@Component
class PendingLogins implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "__Host-commonweal-login";

    private final ReactiveClientRegistrationRepository registrations;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration timeMax;

    PendingLogins(
            ReactiveClientRegistrationRepository registrations,
            Seal seal,
            JsonMapper json,
            Clock clock,
            LoginProperties login) {
        this.registrations = registrations;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
        this.timeMax = login.loginTimeMax();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(pending(exchange))
                .flatMap(pending ->
                        registrations
                                .findByRegistrationId(Provider.REGISTRATION)
                                .map(pending::request));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange)
                .doOnNext(request -> {
                    exchange.getResponse().addCookie(cookie("", Duration.ZERO));
                    exchange.getAttributes()
                            .put(
                                    LoginRequests.RETURN_TO,
                                    request.getAttributes().get(LoginRequests.RETURN_TO));
                });
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(
            OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            Pending pending = Pending.of(request, clock.instant());
            String sealed = seal.seal(Purpose.LOGIN, json.writeValueAsBytes(pending));
            exchange.getResponse().addCookie(cookie(sealed, timeMax));
        });
    }

    private Optional<Pending> pending(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        Instant oldest = clock.instant().minus(timeMax);
        return Optional.ofNullable(cookie)
                .flatMap(sealed -> seal.open(Purpose.LOGIN, sealed.getValue()))
                .map(opened -> new String(opened, StandardCharsets.UTF_8))
                .map(opened -> json.readValue(opened, Pending.class))
                .filter(pending -> pending.state().equals(state) && pending.at().isAfter(oldest));
    }

    private static ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }

    /** What the end of a login needs from its beginning. */
    record Pending(
            String state,
            @Nullable String nonce,
            @Nullable String verifier,
            String returnTo,
            Instant at) {

        static Pending of(OAuth2AuthorizationRequest request, Instant at) {
            Map<String, Object> attributes = request.getAttributes();
            return new Pending(
                    String.valueOf(request.getState()),
                    (String) attributes.get(OidcParameterNames.NONCE),
                    (String) attributes.get(PkceParameterNames.CODE_VERIFIER),
                    String.valueOf(attributes.get(LoginRequests.RETURN_TO)),
                    at);
        }

        OAuth2AuthorizationRequest request(ClientRegistration client) {
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(
                            Objects.requireNonNull(
                                    client.getProviderDetails().getAuthorizationUri()))
                    .clientId(client.getClientId())
                    .redirectUri(client.getRedirectUri())
                    .scopes(client.getScopes())
                    .state(state)
                    .attributes(attributes -> putInto(attributes, client))
                    .build();
        }

        private void putInto(Map<String, Object> attributes, ClientRegistration client) {
            attributes.put(OAuth2ParameterNames.REGISTRATION_ID, client.getRegistrationId());
            attributes.put(LoginRequests.RETURN_TO, returnTo);
            if (nonce != null) {
                attributes.put(OidcParameterNames.NONCE, nonce);
            }
            if (verifier != null) {
                attributes.put(PkceParameterNames.CODE_VERIFIER, verifier);
            }
        }
    }
}
