package org.commonweal.platform.messaging;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Calls the handler of own facts when the fact's entry in the journal is seen here, and with it all
 * that the same transaction wrote. One that never is counts as the event's own fault.
 */
record SeenFacts(OwnFactHandler handler, ScopedDatabase database) implements EventHandler {

    private static final Retry UNTIL_SEEN =
            Retry.backoff(20, Duration.ofMillis(10))
                    .maxBackoff(Duration.ofMillis(500))
                    .filter(NotSeenException.class::isInstance);

    @Override
    public Set<String> types() {
        return handler.types();
    }

    @Override
    public Mono<?> handle(Event event) {
        return seen(event)
                .switchIfEmpty(Mono.error(() -> new NotSeenException(event)))
                .retryWhen(UNTIL_SEEN)
                .then(Mono.defer(() -> handler.handle(event).then()));
    }

    private Mono<UUID> seen(Event event) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql("SELECT id FROM journal WHERE alliance_id = :alliance AND id = :id")
                                .bind("alliance", event.alliance())
                                .bind("id", event.id())
                                .map(row -> Columns.of(row, "id", UUID.class))
                                .one());
    }

    private static final class NotSeenException extends IllegalStateException {

        private static final long serialVersionUID = 1;

        NotSeenException(Event event) {
            super("no entry of the journal is " + event.id());
        }
    }
}
