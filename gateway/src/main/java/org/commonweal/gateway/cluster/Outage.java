package org.commonweal.gateway.cluster;

import io.lettuce.core.RedisException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Valkey's absence as this gateway answers it: 503, never an open door. */
final class Outage {

    private Outage() {}

    static <T> Mono<T> told(Mono<T> asked) {
        // Spring translates what a command answers, and not that it could not be sent.
        return asked.onErrorMap(
                failed -> failed instanceof DataAccessException || failed instanceof RedisException,
                Outage::of);
    }

    static ResponseStatusException of(Throwable cause) {
        return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "valkey", cause);
    }
}
