package org.commonweal.bench.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.commonweal.bench.load.History.Operation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A number of clients that each send the next request when the last one is answered. */
public record ClosedLoop(Sender sender, int clients) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For saturation only: it slows down with what it measures. */
    public History run(Duration time) {
        var history = new History();
        var next = new AtomicLong();
        var until = System.nanoTime() + time.toNanos();
        Flux.range(0, clients)
                .flatMap(_ -> client(history, next, until), clients)
                .then()
                .block(time.plus(PATIENCE));
        return history;
    }

    private Mono<Void> client(History history, AtomicLong next, long until) {
        return Mono.defer(() -> one(history, next.getAndIncrement()))
                .repeat(() -> System.nanoTime() < until)
                .then();
    }

    private Mono<Void> one(History history, long id) {
        var start = System.nanoTime();
        return sender.send(id)
                .onErrorReturn(History.LOST)
                .defaultIfEmpty(History.LOST)
                .doOnNext(status ->
                        history.add(new Operation(id, start, start, System.nanoTime(), status)))
                .then();
    }
}
