package org.commonweal.gateway.login;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.commonweal.gateway.web.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

/**
 * Ends the provider's own session by the refresh token that came of it: no right beyond what the
 * login gave us. Otherwise the next login would ask nothing and be back.
 */
@Component
class ProviderLogout {

    private final WebClient provider;
    private final String address;
    private final String clientId;
    private final String clientSecret;
    private final Duration timeMax;

    ProviderLogout(WebClient providerClient, LoginProperties login) {
        provider = providerClient.mutate().filter(ClientSecrets.of(login)).build();
        address = login.backchannel() + "/protocol/openid-connect/logout";
        clientId = login.clientId();
        clientSecret = login.clientSecret();
        timeMax = login.providerTimeout().multipliedBy(2);
    }

    /** Done as well when that session is over already; 503 when the provider does not answer. */
    Mono<Void> end(Tokens tokens) {
        String refresh = tokens.refresh();
        if (refresh == null) {
            return Mono.empty();
        }
        return provider.post()
                .uri(address)
                .headers(headers ->
                        headers.setBasicAuth(
                                ClientSecrets.encoded(clientId),
                                ClientSecrets.encoded(clientSecret)))
                .body(BodyInserters.fromFormData("refresh_token", refresh))
                .exchangeToMono(answer ->
                        answer.releaseBody()
                                .thenReturn(
                                        answer.statusCode().is2xxSuccessful()
                                                || answer.statusCode() == HttpStatus.BAD_REQUEST))
                .timeout(timeMax)
                .onErrorReturn(WebClientException.class, false)
                .onErrorReturn(TimeoutException.class, false)
                .flatMap(done -> done ? Mono.empty() : Mono.error(ProviderLogout::notTold));
    }

    private static RefusedException notTold() {
        return new RefusedException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "provider-not-told",
                "Your sessions here are over. The login itself does not answer and may still know"
                        + " you; log in and repeat this in a while.");
    }
}
