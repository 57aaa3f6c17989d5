package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.test.LeakProbe.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The platform's scoped database keeps the wall; two usual ways to do it wrong do not. */
class LeakProbeTest {

    private static final Tenant QUAY = new Tenant(new UUID(1, 1), "canary-of-quay");
    private static final Tenant MOLE = new Tenant(new UUID(2, 2), "canary-of-mole");
    private static final String ALL_CLASSES =
            "SELECT coalesce(string_agg(class, ',' ORDER BY class), 'nothing') FROM standing";

    private static TestDatabase database;
    private static ConnectionPool pool;

    private final LeakProbe probe = new LeakProbe(QUAY, MOLE);

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.create(Migrations.of("contribution", "classpath:db/platform"));
        plant(QUAY);
        plant(MOLE);
        var url =
                database.r2dbcUrl()
                        .replace(
                                "r2dbc:postgresql://",
                                "r2dbc:postgresql://contribution:contribution@");
        pool =
                new ConnectionPool(
                        ConnectionPoolConfiguration.builder(ConnectionFactories.get(url))
                                .initialSize(4)
                                .maxSize(4)
                                .maxAcquireTime(Duration.ofSeconds(5))
                                .build());
    }

    @AfterAll
    static void stop() {
        pool.disposeLater().block(Duration.ofSeconds(5));
        database.close();
    }

    @Test
    void nothing_leaks_through_the_scoped_database() {
        var scoped = new ScopedDatabase(pool, ObservationRegistry.NOOP);
        probe.check((alliance, trouble) ->
                scoped.inAlliance(
                        alliance, sql -> classes(sql).flatMap(seen -> trouble.thenReturn(seen))));
    }

    @Test
    void a_scope_that_outlives_its_transaction_leaks() {
        var sql = DatabaseClient.create(pool);
        assertThatThrownBy(() ->
                        probe.check((alliance, trouble) ->
                                set(sql, alliance)
                                        .then(classes(sql))
                                        .flatMap(seen -> trouble.thenReturn(seen))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("canary-of-");
    }

    @Test
    void a_request_that_shows_nothing_fails_too() {
        assertThatThrownBy(() -> probe.check((_, trouble) -> trouble.then(Mono.just("nothing"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("canary-of-");
    }

    private static Mono<Long> set(DatabaseClient sql, UUID alliance) {
        return sql.sql("SET app.alliance = '" + alliance + "'").fetch().rowsUpdated();
    }

    private static Mono<String> classes(DatabaseClient sql) {
        return sql.sql(ALL_CLASSES).mapValue(String.class).one();
    }

    private static void plant(Tenant tenant) throws SQLException {
        try (var connection = database.connect("contribution")) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL app.alliance = '" + tenant.alliance() + "'");
                statement.execute(
                        "INSERT INTO standing VALUES ('%s', 'i', 's', gen_random_uuid(), gen_random_uuid(), '%s', true, 'ACTIVE', 1)"
                                .formatted(tenant.alliance(), tenant.canary()));
            }
            connection.commit();
        }
    }
}
