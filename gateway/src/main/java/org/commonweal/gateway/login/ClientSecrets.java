package org.commonweal.gateway.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * The provider knows one secret of ours and changes it in one moment; we carry both meanwhile. A
 * call that it refuses for the secret has used up no code and no token, and is sent with the next.
 */
record ClientSecrets(String client, List<String> others) implements ExchangeFilterFunction {

    static ClientSecrets of(LoginProperties login) {
        return new ClientSecrets(login.clientId(), login.otherClientSecrets());
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request).flatMap(answer -> orWithNext(answer, request, next, others));
    }

    private Mono<ClientResponse> orWithNext(
            ClientResponse answer,
            ClientRequest request,
            ExchangeFunction next,
            List<String> untried) {
        if (answer.statusCode() != HttpStatus.UNAUTHORIZED || untried.isEmpty()) {
            return Mono.just(answer);
        }
        ClientRequest again =
                ClientRequest.from(request)
                        .headers(headers -> {
                            headers.setBasicAuth(encoded(client), encoded(untried.getFirst()));
                        })
                        .build();
        List<String> rest = untried.subList(1, untried.size());
        return answer.releaseBody()
                .then(next.exchange(again))
                .flatMap(then -> orWithNext(then, again, next, rest));
    }

    /** As RFC 6749 asks, so that a secret may hold a colon. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
