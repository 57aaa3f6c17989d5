package org.commonweal.gateway.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** What ends a request before any route or controller is reached, as in the security filters. */
@Component
@Order(EarlyErrors.BEFORE_THE_STOCK_ONE)
class EarlyErrors implements WebExceptionHandler {

    static final int BEFORE_THE_STOCK_ONE = Ordered.HIGHEST_PRECEDENCE;

    private static final Logger LOG = LoggerFactory.getLogger(EarlyErrors.class);

    private final ProblemWriter problems;

    EarlyErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (!(failure instanceof ResponseStatusException answered)
                || exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        HttpStatusCode status = answered.getStatusCode();
        if (status.is5xxServerError()) {
            exchange.getResponse()
                    .getHeaders()
                    .set(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
            LOG.warn(
                    "request failed status={} path={} cause={}",
                    status.value(),
                    exchange.getRequest().getPath(),
                    failure.toString());
        }
        // To keep the session is part of every answer, and may fail too: it is tried once.
        return problems.write(exchange, Problems.of(status))
                .onErrorResume(_ -> problems.write(exchange, Problems.of(status)));
    }
}
