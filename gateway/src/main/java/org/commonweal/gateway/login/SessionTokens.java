package org.commonweal.gateway.login;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps a session's tokens in that session and nowhere else. The stock repository keeps the client
 * with them, whose secret would then lie in every session and outlive its change.
 */
@Component
class SessionTokens implements ServerOAuth2AuthorizedClientRepository {

    private final ReactiveClientRegistrationRepository registrations;

    SessionTokens(ReactiveClientRegistrationRepository registrations) {
        this.registrations = registrations;
    }

    @Override
    @SuppressWarnings("unchecked") // There is one kind of authorized client.
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String registration, Authentication principal, ServerWebExchange exchange) {
        return (Mono<T>)
                registrations
                        .findByRegistrationId(registration)
                        .zipWith(
                                exchange.getSession()
                                        .flatMap(session -> Mono.justOrEmpty(Tokens.of(session))),
                                (client, tokens) -> tokens.of(client, principal.getName()));
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient client, Authentication principal, ServerWebExchange exchange) {
        Tokens tokens = Tokens.of(client.getAccessToken(), client.getRefreshToken());
        return exchange.getSession().doOnNext(tokens::putInto).then();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
            String registration, Authentication principal, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().remove(Tokens.ATTRIBUTE))
                .then();
    }
}
