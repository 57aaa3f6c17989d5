package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonweal.relay.TopicReader.header;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The slot is gone with facts that nobody has read: nothing is skipped, and somebody is told. */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll and @BeforeEach
class LostSlotTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SLOT = "lost_slot";
    private static final String SUBMITTED = "contribution.submitted.v1";
    private static final String CONTRIBUTIONS = "commonweal.contribution";

    @TempDir static Path directory;
    private static PostgresServer server;
    private static KafkaServer broker;
    private static TestDatabase database;
    private static Journals journals;

    private final UUID alliance = UUID.randomUUID();
    private RelayUnderTest relay;

    @BeforeAll
    static void startServers() {
        server =
                PostgresServer.start(
                                directory.resolve("postgres"),
                                0,
                                Map.of("max_slot_wal_keep_size", "1MB", "max_wal_size", "32MB"))
                        .endWithThisProcess();
        broker = KafkaServer.start(directory.resolve("kafka"), 0).endWithThisProcess();
        database = JournalDatabase.on(server.address());
        journals = new Journals(database.jdbcUrl());
    }

    @AfterAll
    static void stopServers() {
        broker.close();
        server.close();
    }

    @BeforeEach
    void publishOne() throws SQLException {
        start();
        relay.await(Status.UP);
        append(1);
        assertThat(versions(1)).containsExactly("1");
        relay.stop();
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void a_dropped_slot_is_told_and_made_good_on_command() throws SQLException {
        execute("SELECT pg_drop_replication_slot('" + SLOT + "')");
        append(2);
        start();
        isToldAndMadeGood("is gone");
    }

    @Test
    void a_slot_whose_log_the_server_has_removed_is_told_and_made_good_on_command()
            throws SQLException {
        append(2);
        while (!value("SELECT wal_status FROM pg_replication_slots WHERE slot_name = '%s'")
                .equals("lost")) {
            execute("SELECT pg_logical_emit_message(false, 'ballast', repeat('x', 1000000))");
            execute("SELECT pg_switch_wal()");
            execute("CHECKPOINT");
        }
        start();
        isToldAndMadeGood("the server has removed log that was not read");
    }

    @Test
    void what_dies_halfway_leaves_the_slot_as_lost_as_it_was() throws SQLException {
        execute("SELECT pg_drop_replication_slot('" + SLOT + "')");
        append(2);
        start();
        relay.awaitReason("is gone");
        // As far as a command had come that was killed while it sent.
        relay.bean(Slot.class).begin();
        assertThat(relay.bean(Slot.class).condition().state()).isEqualTo(Slot.State.MISSING);
        isToldAndMadeGood("is gone");
        // One that was killed at its very end.
        var slot = relay.bean(Slot.class);
        relay.stop();
        slot.begin();
        start();
        relay.await(Status.UP);
        assertThat(slots()).isEqualTo("1");
    }

    private void isToldAndMadeGood(String reason) throws SQLException {
        relay.await(Status.DOWN);
        relay.awaitReason(reason);
        relay.awaitReason("--recover");
        assertThat(relay.bean(MeterRegistry.class).get("relay.slot.lost").gauge().value())
                .isEqualTo(1);
        assertThat(versions(1)).as("nothing goes out before").containsExactly("1");

        assertThat(relay.bean(Recovery.class).run(Optional.empty()).records()).isPositive();
        relay.await(Status.UP);
        append(3);

        assertThat(versions(4)).containsExactly("1", "1", "2", "3");
        assertThat(relay.bean(MeterRegistry.class).get("relay.slot.lost").gauge().value()).isZero();
        assertThat(slots()).as("nothing holds log but the one slot").isEqualTo("1");
        assertThat(value("SELECT failover FROM pg_replication_slots WHERE slot_name = '%s'"))
                .isEqualTo("t");
    }

    @Test
    void a_whole_slot_is_left_alone() {
        start();
        relay.await(Status.UP);
        refused(Optional.empty(), "nothing is missing");
    }

    @Test
    void a_database_that_was_put_back_to_an_earlier_moment_is_refused() throws SQLException {
        var forgotten = append(2);
        start();
        relay.await(Status.UP);
        // 1 may come twice: the slot moves on with the next commit.
        assertThat(versions(CONTRIBUTIONS, 1, entry -> forgotten.equals(id(entry)))).hasSize(1);
        relay.stop();
        execute("SELECT pg_drop_replication_slot('" + SLOT + "')");
        execute(
                "CREATE TABLE public.kept AS SELECT * FROM contribution.journal WHERE id = '%s'"
                        .formatted(forgotten));
        execute("DELETE FROM contribution.journal WHERE id = '%s'".formatted(forgotten));
        start();
        relay.awaitReason("is gone");

        refused(Optional.empty(), "the broker has a fact that the journals have not");

        execute("INSERT INTO contribution.journal SELECT * FROM public.kept");
        execute("DROP TABLE public.kept");
        relay.bean(Recovery.class).run(Optional.empty());
        relay.await(Status.UP);
    }

    @Test
    void a_moment_until_which_something_may_be_missing_is_refused() throws SQLException {
        execute("SELECT pg_drop_replication_slot('" + SLOT + "')");
        start();
        relay.awaitReason("is gone");
        refused(Optional.of(Instant.now()), "what is older than that may be missing, too");
        relay.bean(Recovery.class).run(Optional.of(Instant.EPOCH));
        relay.await(Status.UP);
    }

    @Test
    void a_standing_never_goes_back_in_its_compacted_topic() throws SQLException {
        var person = UUID.randomUUID();
        standing(person, 1);
        standing(person, 2);
        start();
        relay.await(Status.UP);
        assertThat(standings(person, 2)).containsExactly("1", "2");
        relay.stop();
        execute("SELECT pg_drop_replication_slot('" + SLOT + "')");
        standing(person, 3);
        start();
        relay.awaitReason("is gone");
        relay.bean(Recovery.class).run(Optional.empty());
        relay.await(Status.UP);
        standing(person, 4);
        assertThat(standings(person, 4)).containsExactly("1", "2", "3", "4");
    }

    private void refused(Optional<Instant> since, String why) {
        var recovery = relay.bean(Recovery.class);
        assertThatThrownBy(() -> recovery.run(since))
                .isInstanceOf(Recovery.RefusedException.class)
                .hasMessageContaining(why);
    }

    private void start() {
        relay = RelayUnderTest.start(database.properties(), broker.bootstrapServers(), SLOT);
    }

    private UUID append(int number) throws SQLException {
        try (var connection = journals.connect("contribution")) {
            return journals.append(connection, alliance, SUBMITTED, number);
        }
    }

    private void standing(UUID person, int version) throws SQLException {
        execute(
                """
                INSERT INTO membership.journal (alliance_id, id, type, subject, version, audience,
                    at, payload)
                VALUES ('%s', uuidv7(), 'membership.standing-changed.v1', '%s', %d,
                    '{"scope": "ALLIANCE"}', now(), '{}')
                """
                        .formatted(alliance, person, version));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String slots() throws SQLException {
        return value("SELECT count(*) FROM pg_replication_slots WHERE slot_name LIKE '%s%%'");
    }

    private String value(String sql) throws SQLException {
        try (var connection = database.connect("postgres");
                var query = connection.createStatement();
                var row = query.executeQuery(sql.formatted(SLOT))) {
            row.next();
            return row.getString(1);
        }
    }

    private List<String> versions(int count) {
        return versions(CONTRIBUTIONS, count, entry -> true);
    }

    private List<String> standings(UUID person, int count) {
        return versions(
                Topics.STANDINGS, count, entry -> (alliance + "/" + person).equals(entry.key()));
    }

    private static UUID id(ConsumerRecord<String, String> entry) {
        return UUID.fromString(String.valueOf(header(entry, "ce_id")));
    }

    private List<String> versions(
            String topic, int count, Predicate<ConsumerRecord<String, String>> wanted) {
        try (var reader = new TopicReader(broker.bootstrapServers(), topic)) {
            return reader
                    .take(
                            count,
                            LIMIT,
                            entry ->
                                    alliance.toString().equals(header(entry, "cw_alliance"))
                                            && wanted.test(entry))
                    .stream()
                    .map(entry -> String.valueOf(header(entry, "cw_version")))
                    .toList();
        }
    }
}
