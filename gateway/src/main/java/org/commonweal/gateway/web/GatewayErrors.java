package org.commonweal.gateway.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns whatever ends a request here into one of our problem details; never a stack or a class. */
@RestControllerAdvice
class GatewayErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayErrors.class);

    @Override
    protected Mono<ResponseEntity<Object>> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            @Nullable HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        HttpHeaders answered = new HttpHeaders();
        if (headers != null) {
            answered.putAll(headers);
        }
        // Also for a client that asked for events or pages: it gets this instead.
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status.is5xxServerError()) {
            answered.set(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
            LOG.warn(
                    "request failed status={} path={} cause={}",
                    status.value(),
                    exchange.getRequest().getPath(),
                    exception.toString());
        }
        ProblemDetail problem =
                exception instanceof RefusedException refused
                        ? refused.problem()
                        : Problems.of(status);
        return super.handleExceptionInternal(exception, problem, answered, status, exchange);
    }

    /** The service is not there: refused, unreachable, killed meanwhile, or left alone for now. */
    @ExceptionHandler({IOException.class, ServiceUnavailableException.class})
    Mono<ResponseEntity<Object>> unavailable(Exception exception, ServerWebExchange exchange) {
        return handleExceptionInternal(
                exception, null, null, HttpStatus.SERVICE_UNAVAILABLE, exchange);
    }

    /** The rate limiter's refusal; its headers are on the response already. */
    @ExceptionHandler(HttpClientErrorException.class)
    Mono<ResponseEntity<Object>> limited(
            HttpClientErrorException exception, ServerWebExchange exchange) {
        return handleExceptionInternal(exception, null, null, exception.getStatusCode(), exchange);
    }

    @ExceptionHandler(Exception.class)
    Mono<ResponseEntity<Object>> unexpected(Exception exception, ServerWebExchange exchange) {
        LOG.error("request failed path={}", exchange.getRequest().getPath(), exception);
        return handleExceptionInternal(
                exception, null, null, HttpStatus.INTERNAL_SERVER_ERROR, exchange);
    }
}
