package org.commonweal.platform.messaging;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls the handlers of the moments that have come. It looks across alliances with a role that can
 * read {@code due} and nothing else; acting happens inside the alliance.
 */
final class DueClock implements SmartLifecycle {

    private static final int AT_ONCE_MAX = 100;
    private static final Duration ACT_MAX = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(DueClock.class);

    private final DatabaseClient scheduler;
    private final Map<String, DueHandler> handlers;
    private final Duration interval;
    private volatile @Nullable Disposable running;
    private volatile double lateness;

    DueClock(ConnectionFactory scheduler, List<DueHandler> handlers, Duration interval) {
        this.scheduler = DatabaseClient.create(scheduler);
        this.handlers =
                handlers.stream().collect(Collectors.toMap(DueHandler::kind, Function.identity()));
        this.interval = interval;
    }

    @Override
    public void start() {
        if (!handlers.isEmpty()) {
            running =
                    Mono.defer(this::tick)
                            .onErrorResume(DueClock::logged)
                            .repeatWhen(done -> done.delayElements(interval))
                            .subscribe();
        }
    }

    private Mono<Long> tick() {
        return scheduler
                .sql(
                        """
                        SELECT alliance_id, kind, subject, at,
                            extract(epoch FROM app_now() - at)::float8 AS late
                        FROM due
                        WHERE at <= app_now() ORDER BY at LIMIT :most\
                        """)
                .bind("most", AT_ONCE_MAX)
                .map(row ->
                        new Moment(
                                Columns.of(row, "alliance_id", UUID.class),
                                Columns.of(row, "kind", String.class),
                                Columns.of(row, "subject", UUID.class),
                                Columns.of(row, "at", Instant.class),
                                Columns.of(row, "late", Double.class)))
                .all()
                .collectList()
                .doOnNext(due -> lateness = due.isEmpty() ? 0 : due.getFirst().late())
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::act)
                .count();
    }

    private Mono<?> act(Moment moment) {
        var handler = handlers.get(moment.kind());
        if (handler == null) {
            LOG.error("no handler for due kind={} subject={}", moment.kind(), moment.subject());
            return Mono.empty();
        }
        return handler.act(moment.alliance(), moment.subject(), moment.at())
                .timeout(ACT_MAX)
                .cast(Object.class)
                .onErrorResume(DueClock::logged);
    }

    private static <T> Mono<T> logged(Throwable failure) {
        LOG.warn("the clock could not act and tries again: {}", failure.toString());
        return Mono.empty();
    }

    /** For the operator: how long the oldest moment had waited at the last look. */
    double latenessSeconds() {
        return lateness;
    }

    @Override
    public void stop() {
        var last = running;
        if (last != null) {
            last.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private record Moment(UUID alliance, String kind, UUID subject, Instant at, double late) {}
}
