package org.commonweal.platform.web;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.concurrent.TimeoutException;
import org.commonweal.platform.messaging.ChangedMeanwhileException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What no use case answered: unreadable input, outages and our own mistakes, as problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring Boot's own, whose problems have no type
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedException refused) {
        return refused.problem().entity();
    }

    @ExceptionHandler
    ResponseEntity<Object> changed(ChangedMeanwhileException lost) {
        return Problem.changedMeanwhile().entity();
    }

    @ExceptionHandler({
        R2dbcTransientException.class,
        R2dbcNonTransientResourceException.class,
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        TimeoutException.class
    })
    ResponseEntity<Object> outage(Exception outage) {
        LOG.warn("answered 503: {}", outage.toString());
        return Problem.unavailable("database-away", "The data cannot be reached just now.", 2)
                .entity();
    }

    @ExceptionHandler
    ResponseEntity<Object> ownMistake(RuntimeException mistake) {
        LOG.error("answered 500", mistake);
        return Problem.refusal(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "our-mistake",
                        "Something went wrong on our side",
                        "Nothing of your request was kept. The operators can see what happened.")
                .entity();
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleWebExchangeBindException(
            WebExchangeBindException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        var problem = unreadable("Some fields are missing or outside of their limits.");
        exception
                .getFieldErrors()
                .forEach(error ->
                        problem.error(
                                "/" + error.getField().replace('.', '/'),
                                String.valueOf(error.getDefaultMessage())));
        return Mono.just(problem.entity());
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        return Mono.just(of(exception).entity());
    }

    private static Problem of(ServerWebInputException exception) {
        var cause = exception.getMostSpecificCause();
        if (cause instanceof DatabindException unfit && !unfit.getPath().isEmpty()) {
            return unreadable("A field cannot be understood.")
                    .error(pointer(unfit), first(unfit.getOriginalMessage()));
        }
        if (cause instanceof JacksonException) {
            return unreadable("The body is not valid JSON.");
        }
        var parameter = exception.getMethodParameter();
        if (cause instanceof IllegalArgumentException && parameter != null) {
            return unreadable(
                    "%s must be of type %s."
                            .formatted(
                                    nameOf(parameter),
                                    parameter.getParameterType().getSimpleName()));
        }
        var reason = exception.getReason();
        return unreadable(reason == null ? "The request cannot be understood." : reason);
    }

    /** As the caller knows it. */
    private static String nameOf(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header == null) {
            return String.valueOf(parameter.getParameterName());
        }
        return header.name().isEmpty() ? header.value() : header.name();
    }

    static Problem unreadable(String detail) {
        return Problem.refusal(
                HttpStatus.BAD_REQUEST, "not-readable", "The request is not readable", detail);
    }

    private static String pointer(DatabindException unfit) {
        var pointer = new StringBuilder();
        for (var step : unfit.getPath()) {
            pointer.append('/')
                    .append(
                            step.getPropertyName() == null
                                    ? step.getIndex()
                                    : step.getPropertyName());
        }
        return pointer.toString();
    }

    /** The first sentence: what follows can name classes. */
    private static String first(@Nullable String message) {
        if (message == null || message.contains("`")) {
            return "has another form than the schema asks for";
        }
        return message.lines().findFirst().orElse("");
    }
}
