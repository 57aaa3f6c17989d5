package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** kill -9 in the middle of writing: nothing is lost, and nothing is overtaken. */
class KilledTest {

    @TempDir Path directory;

    @Test
    void the_relay_is_killed_twice_in_the_middle_of_five_thousand_entries() throws IOException {
        var brokers = TestServers.kafka();
        try (var database = JournalDatabase.create()) {
            var slot = "killed_" + database.name();
            var relay = RelayProcess.start(database.properties(), brokers, slot);
            try (var writers = Writers.start(new Journals(database.jdbcUrl()), 4, 1_250)) {
                writers.awaitWritten(1_500);
                relay.kill();
                relay = RelayProcess.start(database.properties(), brokers, slot);
                writers.awaitWritten(3_500);
                relay.kill();
                relay = RelayProcess.start(database.properties(), brokers, slot);
                writers.awaitEnd();
                assertThat(writers.written()).isEqualTo(5_000);
                writers.assertAllArrived(brokers);
            } finally {
                relay.close();
            }
        }
    }

    @Test
    void the_broker_is_killed_and_started_again() {
        var data = directory.resolve("kafka");
        var broker = KafkaServer.start(data, 0).endWithThisProcess();
        try (var database = JournalDatabase.create();
                var relay =
                        RelayUnderTest.start(
                                database.properties(),
                                broker.bootstrapServers(),
                                "broker_" + database.name())) {
            relay.await(Status.UP);
            try (var writers = Writers.start(new Journals(database.jdbcUrl()), 3, 700)) {
                writers.awaitWritten(800);
                broker.destroyForcibly();
                writers.awaitEnd();
                broker = KafkaServer.start(data, broker.port()).endWithThisProcess();
                writers.assertAllArrived(broker.bootstrapServers());
                relay.await(Status.UP);
            }
        } finally {
            broker.close();
        }
    }

    @Test
    void the_database_is_killed_and_started_again() {
        var data = directory.resolve("postgres");
        var server = PostgresServer.start(data, 0).endWithThisProcess();
        try (var database = JournalDatabase.on(server.address());
                var relay =
                        RelayUnderTest.start(
                                database.properties(), TestServers.kafka(), "commonweal_relay")) {
            relay.await(Status.UP);
            try (var writers = Writers.start(new Journals(database.jdbcUrl()), 3, 100_000)) {
                writers.awaitWritten(500);
                server.destroyForcibly();
                writers.awaitEnd();
                server = PostgresServer.start(data, server.port()).endWithThisProcess();
                try (var more = Writers.start(new Journals(database.jdbcUrl()), 3, 200)) {
                    more.awaitEnd();
                    assertThat(more.written()).isEqualTo(600);
                    writers.assertAllArrived(TestServers.kafka());
                    more.assertAllArrived(TestServers.kafka());
                }
                relay.await(Status.UP);
            }
        } finally {
            server.close();
        }
    }
}
