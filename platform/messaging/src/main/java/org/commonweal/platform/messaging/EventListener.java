package org.commonweal.platform.messaging;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hands each record of a batch to the handlers of its type: in order within an alliance, alliances
 * side by side. Neighbours that only batch handlers take are handed over together.
 *
 * <p>A record that cannot be read is set aside as a dead letter at once: it would not be more
 * readable the next time. One whose effect fails by its own fault is tried {@value #ATTEMPTS} times
 * before, so that its partition moves on. When the database is away the whole batch is given back
 * and comes again: nothing is set aside that only had bad luck.
 */
final class EventListener implements BatchMessageListener<String, byte[]> {

    static final int ATTEMPTS = 3;
    private static final int ALLIANCES_SIDE_BY_SIDE = 4;
    private static final Duration BATCH_MAX = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(EventListener.class);

    private final Map<String, List<EventHandler>> handlers = new HashMap<>();
    private final DeadLetters deadLetters;
    private final EventObservations observations;

    EventListener(
            List<EventHandler> handlers, DeadLetters deadLetters, EventObservations observations) {
        for (var handler : handlers) {
            for (var type : handler.types()) {
                this.handlers.merge(type, List.of(handler), EventListener::both);
            }
        }
        this.deadLetters = deadLetters;
        this.observations = observations;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        // Blocking is right here and only here: the consumer owns this thread, and order is the
        // point (docs/adr on Kafka consumption).
        Flux.fromIterable(batch)
                .groupBy(entry -> String.valueOf(entry.key()), batch.size())
                .flatMap(
                        alliance ->
                                alliance.bufferUntilChanged(this::isForBatches)
                                        .concatMap(this::handleRun),
                        Math.max(ALLIANCES_SIDE_BY_SIDE, batch.size()))
                .then()
                .block(BATCH_MAX);
    }

    /** True when nobody but batch handlers takes the record, so that its neighbours may join it. */
    private boolean isForBatches(ConsumerRecord<String, byte[]> entry) {
        var interested = interested(Event.typeOf(entry));
        return !interested.isEmpty()
                && interested.stream().allMatch(EventBatchHandler.class::isInstance);
    }

    private Mono<Void> handleRun(List<ConsumerRecord<String, byte[]>> run) {
        if (run.size() == 1 || !isForBatches(run.getFirst())) {
            return oneByOne(run);
        }
        return observations
                .observed(run, Mono.defer(() -> Flux.concat(together(run)).then()))
                .onErrorResume(EventListener::isOwnFault, _ -> oneByOne(run));
    }

    /** What the batch handlers do with all of them. */
    private List<? extends Mono<?>> together(List<ConsumerRecord<String, byte[]>> run) {
        var theirs = new LinkedHashMap<EventHandler, List<Event>>();
        for (var event : run.stream().map(Event::of).toList()) {
            for (var handler : interested(event.type())) {
                theirs.computeIfAbsent(handler, _ -> new ArrayList<>()).add(event);
            }
        }
        return theirs.entrySet().stream()
                .map(one -> ((EventBatchHandler) one.getKey()).handle(one.getValue()))
                .toList();
    }

    private Mono<Void> oneByOne(List<ConsumerRecord<String, byte[]>> run) {
        return Flux.fromIterable(run).concatMap(this::handle).then();
    }

    private Mono<Void> handle(ConsumerRecord<String, byte[]> entry) {
        var interested = interested(Event.typeOf(entry));
        return interested.isEmpty()
                ? Mono.empty()
                : observations.observed(entry, Mono.defer(() -> handle(entry, interested)));
    }

    private Mono<Void> handle(ConsumerRecord<String, byte[]> entry, List<EventHandler> interested) {
        List<? extends Mono<?>> effects;
        try {
            var event = Event.of(entry);
            effects = interested.stream().map(handler -> handler.handle(event)).toList();
        } catch (RuntimeException unreadable) {
            return setAside(entry, unreadable);
        }
        return Flux.concat(effects)
                .then()
                .retryWhen(
                        Retry.backoff(ATTEMPTS - 1, Duration.ofMillis(50))
                                .filter(EventListener::isOwnFault))
                .onErrorResume(EventListener::isOwnFault, failure -> setAside(entry, failure));
    }

    private List<EventHandler> interested(String type) {
        return handlers.getOrDefault(type, List.of());
    }

    private Mono<Void> setAside(ConsumerRecord<String, byte[]> entry, Throwable failure) {
        var last = Exceptions.isRetryExhausted(failure) ? failure.getCause() : failure;
        var reason = last == null ? failure : last;
        LOG.error(
                "set aside as dead letter topic={} partition={} offset={} type={} reason={}",
                entry.topic(),
                entry.partition(),
                entry.offset(),
                Event.typeOf(entry),
                reason.getClass().getSimpleName());
        return deadLetters.keep(entry, reason);
    }

    /** False where trying again later can help: the database or the network is away. */
    private static boolean isOwnFault(Throwable failure) {
        return !(failure instanceof R2dbcTransientException
                || failure instanceof R2dbcNonTransientResourceException
                || failure instanceof TimeoutException
                || failure instanceof java.io.IOException
                || (failure.getCause() != null && !isOwnFault(failure.getCause())));
    }

    private static List<EventHandler> both(List<EventHandler> some, List<EventHandler> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
