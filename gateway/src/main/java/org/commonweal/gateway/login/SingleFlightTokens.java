package org.commonweal.gateway.login;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The access token of a session, refreshed by one request while its neighbours wait for the result:
 * a rotating refresh token is good for one use, and a page asks for many things at once.
 */
class SingleFlightTokens implements ReactiveOAuth2AuthorizedClientManager {

    private final ReactiveOAuth2AuthorizedClientManager tokens;
    private final BrowserSessions sessions;
    private final Map<String, Mono<OAuth2AuthorizedClient>> inFlight = new ConcurrentHashMap<>();

    SingleFlightTokens(ReactiveOAuth2AuthorizedClientManager tokens, BrowserSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** The session's token; 401 when there is none any more, 503 when the provider is not there. */
    @Override
    public Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizeRequest request) {
        return Mono.deferContextual(context -> {
            ServerWebExchange exchange = context.get(ServerWebExchange.class);
            return exchange.getSession()
                    .flatMap(session -> join(session, request))
                    .switchIfEmpty(Mono.error(SingleFlightTokens::sessionOver));
        });
    }

    private Mono<OAuth2AuthorizedClient> join(WebSession session, OAuth2AuthorizeRequest request) {
        String id = session.getId();
        // Kept only while it runs; cache() also lets it end when the one who began it goes away.
        return inFlight.computeIfAbsent(
                id,
                _ ->
                        tokens.authorize(request)
                                .onErrorResume(
                                        OAuth2AuthorizationException.class,
                                        refused -> end(session, refused))
                                .doFinally(_ -> inFlight.remove(id))
                                .cache());
    }

    private Mono<OAuth2AuthorizedClient> end(
            WebSession session, OAuth2AuthorizationException refused) {
        return OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())
                ? sessions.end(session).then(Mono.error(sessionOver()))
                : Mono.error(
                        new ResponseStatusException(
                                HttpStatus.SERVICE_UNAVAILABLE, "provider", refused));
    }

    private static ResponseStatusException sessionOver() {
        return new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
}
