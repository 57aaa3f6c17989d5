package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;

/** kill -9 in the middle of writing: nothing is lost, and nothing is overtaken. */
class KilledTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledTest.class);

    @TempDir Path directory;

    @Test
    void the_relay_is_killed_twice_in_the_middle_of_five_thousand_entries() throws IOException {
        var brokers = TestServers.kafka();
        try (var database = JournalDatabase.create();
                var writers = new Writers(new Journals(database.jdbcUrl()), 4, 1_250);
                var arrivals = Arrivals.of(brokers, writers.alliances())) {
            var slot = "killed_" + database.name();
            try (var relay = RelayProcess.start(database, brokers, slot)) {
                relay.awaitReading();
                writers.allow(2_000);
                arrivals.await(500);
                writers.allow(1_500);
                relay.kill();
            }
            try (var relay = RelayProcess.start(database, brokers, slot)) {
                arrivals.await(2_100);
                writers.allow(1_500);
                relay.kill();
            }
            try (var relay = RelayProcess.start(database, brokers, slot)) {
                relay.awaitReading();
                arrivals.assertComplete(writers.acknowledged());
                assertThat(writers.written()).isEqualTo(5_000);
                LOG.info("relay killed twice: {} arrived again", arrivals.repeated());
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
                                "broker_" + database.name());
                var writers = new Writers(new Journals(database.jdbcUrl()), 3, 700)) {
            relay.await(Status.UP);
            try (var arrivals = Arrivals.of(broker.bootstrapServers(), writers.alliances())) {
                writers.allow(900);
                arrivals.await(300);
                writers.allow(1_200);
                broker.destroyForcibly();
                writers.acknowledged();
                broker = KafkaServer.start(data, broker.port()).endWithThisProcess();
                arrivals.assertComplete(writers.acknowledged());
                assertThat(writers.written()).isEqualTo(2_100);
                relay.await(Status.UP);
                LOG.info("broker killed: {} arrived again", arrivals.repeated());
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
                                database.properties(), TestServers.kafka(), "commonweal_relay");
                var writers = new Writers(new Journals(database.jdbcUrl()), 3, 100_000);
                var arrivals = Arrivals.of(TestServers.kafka(), writers.alliances())) {
            relay.await(Status.UP);
            writers.allow(Integer.MAX_VALUE);
            arrivals.await(300);
            server.destroyForcibly();
            writers.acknowledged();
            server = PostgresServer.start(data, server.port()).endWithThisProcess();
            arrivals.assertComplete(writers.acknowledged());
            writesGoOn(new Journals(database.jdbcUrl()));
            relay.await(Status.UP);
            LOG.info("database killed: {} arrived again", arrivals.repeated());
        } finally {
            server.close();
        }
    }

    private static void writesGoOn(Journals journals) {
        try (var writers = new Writers(journals, 3, 100);
                var arrivals = Arrivals.of(TestServers.kafka(), writers.alliances())) {
            writers.allow(300);
            arrivals.assertComplete(writers.acknowledged());
            assertThat(writers.written()).isEqualTo(300);
        }
    }
}
