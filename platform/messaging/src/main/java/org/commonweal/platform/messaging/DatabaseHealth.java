package org.commonweal.platform.messaging;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Result;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whether the database answers, asked on a connection that nobody else uses: a pool that is busy is
 * no database that is away.
 */
final class DatabaseHealth implements ReactiveHealthIndicator {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(2);

    private final ConnectionPool own;

    DatabaseHealth(ConnectionPool own) {
        this.own = own;
    }

    @Override
    public Mono<Health> health() {
        return Mono.usingWhen(
                        own.create(),
                        connection ->
                                Flux.from(connection.createStatement("SELECT 1").execute())
                                        .flatMap(Result::getRowsUpdated)
                                        .then(Mono.just(Health.up().build())),
                        connection -> Mono.from(connection.close()))
                .timeout(ANSWER_MAX)
                .onErrorResume(failure -> Mono.just(Health.down(failure).build()));
    }

    void close() {
        own.dispose();
    }
}
