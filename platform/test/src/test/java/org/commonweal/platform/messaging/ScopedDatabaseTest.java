package org.commonweal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What a transaction begins with, and what the next one on its connection does not know. */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class ScopedDatabaseTest {

    private static final String SERVICE = "contribution";
    private static final UUID ALLIANCE = UUID.fromString("019ab87d-30de-75be-acef-ff8134f76a14");

    private static TestDatabase database;
    private static ConnectionPool one;

    @BeforeAll
    static void create() {
        database = TestDatabase.create(Migrations.of(SERVICE, "classpath:db/platform"));
        one =
                new ConnectionPool(
                        ConnectionPoolConfiguration.builder(Scoped.connections(database, SERVICE))
                                .maxSize(1)
                                .build());
    }

    @AfterAll
    static void drop() {
        one.dispose();
        database.close();
    }

    @Test
    void the_statements_of_a_decision_are_planned_once_and_those_of_a_page_for_their_values() {
        assertThat(Guard.twice(setting("plan_cache_mode")).block()).isEqualTo("force_generic_plan");
        assertThat(setting("plan_cache_mode").block()).isEqualTo("auto");
    }

    @Test
    void a_decision_made_again_is_one_still() {
        var attempts = new AtomicInteger();
        Mono<String> changed =
                Mono.defer(() ->
                        attempts.incrementAndGet() == 1
                                ? Mono.error(new ChangedMeanwhileException())
                                : setting("plan_cache_mode"));

        assertThat(Guard.twice(changed).block()).isEqualTo("force_generic_plan");
    }

    @Test
    void the_next_transaction_on_a_connection_does_not_know_the_alliance_of_the_last() {
        assertThat(setting("app.alliance").block()).isEqualTo(ALLIANCE.toString());
        assertThat(
                        new ScopedDatabase(one, ObservationRegistry.NOOP)
                                .ofNoAlliance(sql -> read(sql, "app.alliance"))
                                .block())
                .isEqualTo(new UUID(0, 0).toString());
    }

    private static Mono<String> setting(String name) {
        return new ScopedDatabase(one, ObservationRegistry.NOOP)
                .inAlliance(ALLIANCE, sql -> read(sql, name));
    }

    private static Mono<String> read(DatabaseClient sql, String name) {
        return sql.sql("SELECT current_setting(:name) AS setting")
                .bind("name", name)
                .mapValue(String.class)
                .one();
    }
}
