package org.commonweal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A fact that is back before its commit is seen waits for it, and is not taken for an old one. */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class SeenFactsTest {

    private static final String SERVICE = "contribution";

    private static TestDatabase database;

    private final UUID alliance = UUID.fromString("019ab87d-30de-75be-acef-ff8134f76a14");
    private final UUID fact = UUID.fromString("019ab87d-30de-75be-acef-ff8134f76a15");

    @BeforeAll
    static void create() {
        database = TestDatabase.create(Migrations.of(SERVICE, "classpath:db/platform"));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void the_handler_is_called_when_what_it_reads_is_committed() throws SQLException {
        var connections = new Counted(Scoped.connections(database, SERVICE));
        var scoped = new ScopedDatabase(connections, ObservationRegistry.NOOP);
        var handler = new Reading(scoped);
        try (var writer = database.connect(SERVICE)) {
            writeUncommitted(writer);
            var handled =
                    CompletableFuture.runAsync(
                            () -> new SeenFacts(handler, scoped).handle(event(fact)).block());
            Awaitility.await("it has looked and found nothing")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> connections.opened.get() > 1);
            assertThat(handler.seen).isEmpty();
            writer.commit();
            handled.join();
        }
        assertThat(handler.seen).containsExactly(1L);
    }

    @Test
    void one_that_is_in_no_journal_is_no_ones_fact() {
        var scoped =
                new ScopedDatabase(Scoped.connections(database, SERVICE), ObservationRegistry.NOOP);
        var handler = new Reading(scoped);
        assertThatThrownBy(() -> new SeenFacts(handler, scoped).handle(event(alliance)).block())
                .hasRootCauseMessage("no entry of the journal is " + alliance);
        assertThat(handler.seen).isEmpty();
    }

    private void writeUncommitted(java.sql.Connection writer) throws SQLException {
        writer.setAutoCommit(false);
        try (var sql = writer.createStatement()) {
            sql.execute("SET LOCAL app.alliance = '" + alliance + "'");
            sql.execute(
                    """
                    INSERT INTO journal (alliance_id, id, type, subject, version, audience, at,
                        payload)
                    VALUES ('%s', '%s', 'contribution.given.v1', '%s', 1, '{"scope": "ALLIANCE"}',
                        now(), '{}')\
                    """
                            .formatted(alliance, fact, fact));
        }
    }

    private Event event(UUID id) {
        return new Event(
                id,
                "contribution.given.v1",
                alliance,
                fact,
                1,
                null,
                null,
                Audience.EVERYONE,
                Instant.EPOCH,
                JsonMapper.shared().createObjectNode());
    }

    /** One connection for each transaction: a second look has one of its own. */
    private record Counted(ConnectionFactory real, AtomicInteger opened)
            implements ConnectionFactory {

        Counted(ConnectionFactory real) {
            this(real, new AtomicInteger());
        }

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.defer(() -> {
                opened.incrementAndGet();
                return Mono.from(real.create());
            });
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return real.getMetadata();
        }
    }

    /** What it finds of the fact when it is called. */
    private record Reading(ScopedDatabase database, List<Long> seen) implements OwnFactHandler {

        Reading(ScopedDatabase database) {
            this(database, new CopyOnWriteArrayList<>());
        }

        @Override
        public Set<String> types() {
            return Set.of("contribution.given.v1");
        }

        @Override
        public Mono<?> handle(Event event) {
            return database.inAlliance(
                            event.alliance(),
                            sql ->
                                    sql.sql("SELECT count(*) AS found FROM journal")
                                            .map(row -> Columns.of(row, "found", Long.class))
                                            .one())
                    .doOnNext(seen::add);
        }
    }
}
