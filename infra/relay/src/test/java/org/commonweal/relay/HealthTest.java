package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.health.contributor.Status;

/** What the three groups say over HTTP while the relay cannot do its work, and why. */
@Isolated("who ends in this process takes the web server of all along")
class HealthTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path directory;

    @Test
    void without_the_database_it_is_alive_and_not_ready() {
        var data = directory.resolve("postgres");
        var server = PostgresServer.start(data, 0).endWithThisProcess();
        try (var database = JournalDatabase.on(server.address());
                var relay =
                        RelayUnderTest.start(
                                database.properties(), TestServers.kafka(), "commonweal_relay")) {
            relay.awaitReadiness(200);
            server.destroyForcibly();
            relay.awaitReadiness(503);
            assertThat(relay.said("readiness").body()).contains("\"phase\":\"FAILED\"");
            server = PostgresServer.start(data, server.port()).endWithThisProcess();
            relay.awaitReadiness(200);
        } finally {
            server.close();
        }
    }

    @Test
    void without_the_broker_it_is_alive_and_not_ready() throws SQLException {
        var data = directory.resolve("kafka");
        var broker = KafkaServer.start(data, 0).endWithThisProcess();
        try (var database = JournalDatabase.create();
                var relay =
                        RelayUnderTest.start(
                                database.properties(),
                                broker.bootstrapServers(),
                                "health_" + database.name());
                var connection = new Journals(database.jdbcUrl()).connect("contribution")) {
            relay.awaitReadiness(200);
            broker.destroyForcibly();
            new Journals(database.jdbcUrl())
                    .append(connection, UUID.randomUUID(), "contribution.submitted.v1", 1);
            relay.awaitReadiness(503);
            assertThat(relay.said("readiness").body()).contains("waitingForBrokerSince");
            assertThat(relay.scrape().sum("relay_journal_lag_seconds")).isPositive();
            broker = KafkaServer.start(data, broker.port()).endWithThisProcess();
            relay.awaitReadiness(200);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> relay.scrape().sum("relay_journal_lag_seconds") == 0);
        } finally {
            broker.close();
        }
    }

    @Test
    void while_another_holds_the_slot_it_is_alive_and_says_who_holds_it() {
        try (var database = JournalDatabase.create()) {
            var slot = "health_" + database.name();
            try (var first =
                    RelayUnderTest.start(database.properties(), TestServers.kafka(), slot)) {
                first.awaitReadiness(200);
                try (var second =
                        RelayUnderTest.start(database.properties(), TestServers.kafka(), slot)) {
                    second.awaitReason("the slot is held by server process");
                    second.awaitReadiness(503);
                    assertThat(second.said("readiness").body()).contains("is held by");
                    first.awaitReadiness(200);
                }
            }
        }
    }

    @Test
    void a_thread_that_died_of_what_nobody_catches_is_dead() {
        var state = new RelayState(Clock.systemUTC());
        var loop =
                new RelayLoop(
                        () -> {
                            throw new StackOverflowError("on purpose");
                        },
                        slot(),
                        recovery(),
                        () -> {
                            throw new IllegalStateException("never reached");
                        },
                        state);
        var health = new RelayThreadHealth(loop, state, Clock.systemUTC());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        loop.start();
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
        loop.stop();
        assertThat(health.health().getStatus()).as("stopped in order").isEqualTo(Status.UP);
    }

    private static DatabaseProperties nowhere() {
        return new DatabaseProperties("127.0.0.1", 1, "none", "none", "none", "");
    }

    private static Slot slot() {
        return new Slot(nowhere(), "none");
    }

    private static Recovery recovery() {
        return new Recovery(
                nowhere(),
                slot(),
                replay(),
                () -> {
                    throw new IllegalStateException("never reached");
                });
    }

    private static Replay replay() {
        return new Replay(
                nowhere(),
                () -> {
                    throw new IllegalStateException("never reached");
                },
                new Admission(Set.of()));
    }
}
