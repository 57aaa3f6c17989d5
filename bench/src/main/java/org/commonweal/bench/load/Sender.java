package org.commonweal.bench.load;

import reactor.core.publisher.Mono;

/** Sends one request and says how it was answered; an error is an answer that never came. */
@FunctionalInterface
public interface Sender {

    /**
     * The status of the answer to the n-th request.
     *
     * @param n counted from 0 over the whole run
     */
    Mono<Integer> send(long n);
}
