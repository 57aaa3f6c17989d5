package org.commonweal.gateway.login;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.commonweal.gateway.web.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The access token of a session, refreshed by one request while its neighbours wait for the result:
 * a rotating refresh token is good for one use, and a page asks for many things at once. The stock
 * way also gives the session a new id at every refresh, which strands whoever is under way.
 */
@Component
public class SingleFlightTokens implements ReactiveOAuth2AuthorizedClientManager {

    private final ReactiveClientRegistrationRepository registrations;
    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> exchange;
    private final TokenTurns turns;
    private final BrowserSessions sessions;
    private final Clock clock;
    private final Map<String, Mono<Tokens>> inFlight = new ConcurrentHashMap<>();

    SingleFlightTokens(
            ReactiveClientRegistrationRepository registrations,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> exchange,
            TokenTurns turns,
            BrowserSessions sessions,
            Clock clock) {
        this.registrations = registrations;
        this.exchange = exchange;
        this.turns = turns;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The session's token; 401 when there is none any more, 503 when the provider is not there. */
    @Override
    public Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizeRequest request) {
        String principal = request.getPrincipal().getName();
        return registrations
                .findByRegistrationId(request.getClientRegistrationId())
                .flatMap(client -> tokens(client).map(tokens -> tokens.of(client, principal)))
                .switchIfEmpty(Mono.error(SingleFlightTokens::sessionOver));
    }

    /**
     * When the session must show again that the provider still knows it; 401 if it does not now.
     */
    public Mono<Optional<Instant>> nextCheck(WebSession session) {
        return registrations
                .findByRegistrationId(Provider.REGISTRATION)
                .flatMap(client -> tokens(session, client))
                .map(Tokens::due)
                .switchIfEmpty(Mono.error(SingleFlightTokens::sessionOver));
    }

    private Mono<Tokens> tokens(ClientRegistration client) {
        return Mono.deferContextual(context -> {
            ServerWebExchange request = context.get(ServerWebExchange.class);
            return request.getSession().flatMap(session -> tokens(session, client));
        });
    }

    private Mono<Tokens> tokens(WebSession session, ClientRegistration client) {
        return Mono.justOrEmpty(Tokens.of(session))
                .flatMap(held ->
                        held.areDue(clock.instant()) ? join(session, client) : Mono.just(held));
    }

    private Mono<Tokens> join(WebSession session, ClientRegistration client) {
        String id = session.getId();
        // Kept only while it runs; cache() also lets it end when the one who began it goes away.
        return inFlight.computeIfAbsent(
                id,
                _ ->
                        turns.renew(session, held -> renewed(held, client))
                                .onErrorResume(
                                        OAuth2AuthorizationException.class,
                                        refused -> end(session, refused))
                                .doFinally(_ -> inFlight.remove(id))
                                .cache());
    }

    private Mono<Tokens> renewed(Tokens held, ClientRegistration client) {
        if (!held.areDue(clock.instant())) {
            return Mono.just(held);
        }
        String refresh = Objects.requireNonNull(held.refresh(), "what is due has one");
        return exchange.getTokenResponse(
                        new OAuth2RefreshTokenGrantRequest(
                                client,
                                held.accessToken(),
                                new OAuth2RefreshToken(refresh, held.issued())))
                .map(answer -> Tokens.of(answer.getAccessToken(), answer.getRefreshToken()));
    }

    private Mono<Tokens> end(WebSession session, OAuth2AuthorizationException refused) {
        return OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())
                ? sessions.end(session).then(Mono.error(sessionOver()))
                : Mono.error(
                        new ResponseStatusException(
                                HttpStatus.SERVICE_UNAVAILABLE, "provider", refused));
    }

    private static ResponseStatusException sessionOver() {
        return new RefusedException(
                HttpStatus.UNAUTHORIZED,
                "session-ended",
                "Your login has ended this session: the account was closed or logged out there, or"
                        + " its time is over. Log in again if you still may.");
    }
}
