package org.commonweal.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What ends before any controller (filters, the check of the token), as problems. */
@Order(-2) // before Boot's handler, which would answer 500
final class EdgeProblems implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeProblems.class);

    private final JsonMapper json;

    EdgeProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return switch (failure) {
            case RefusedException refused -> write(exchange, refused.problem().entity());
            case AuthenticationServiceException away -> {
                LOG.warn("answered 503: {}", away.toString());
                yield write(
                        exchange,
                        Problem.unavailable("login-away", "No login can be checked just now.", 2)
                                .entity());
            }
            default -> Mono.error(failure);
        };
    }

    private Mono<Void> write(ServerWebExchange exchange, ResponseEntity<Object> problem) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.getStatusCode());
        response.getHeaders().putAll(problem.getHeaders());
        var body = response.bufferFactory().wrap(json.writeValueAsBytes(problem.getBody()));
        return response.writeWith(Mono.just(body));
    }
}
