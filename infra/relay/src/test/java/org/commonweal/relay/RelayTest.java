package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.relay.TopicReader.header;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class RelayTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static TestDatabase database;
    private static RelayUnderTest relay;
    private static Journals journals;

    @BeforeAll
    static void start() {
        database = JournalDatabase.create();
        journals = new Journals(database.jdbcUrl());
        relay =
                RelayUnderTest.start(
                        database.properties(), TestServers.kafka(), "relay_" + database.name());
        relay.await(Status.UP);
    }

    @AfterAll
    static void stop() {
        relay.close();
        database.close();
    }

    @Test
    void a_journal_entry_arrives_as_a_cloud_event_with_every_header() throws SQLException {
        var alliance = UUID.randomUUID();
        insertWithEveryField(alliance);
        var entry = read("commonweal.purpose", alliance, 1).getFirst();
        assertThat(entry.key()).isEqualTo(alliance.toString());
        assertThat(entry.value()).isEqualTo("{\"goal\": \"g\", \"title\": \"Größe\"}");
        assertThat(header(entry, "ce_id")).isEqualTo("0193a5f0-0000-7000-8000-000000000001");
        assertThat(header(entry, "ce_type")).isEqualTo("purpose.goal-set.v1");
        assertThat(header(entry, "ce_source")).isEqualTo("/commonweal/purpose");
        assertThat(header(entry, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(entry, "ce_time")).isEqualTo("2026-11-23T09:15:30.123456Z");
        assertThat(header(entry, "ce_subject")).isEqualTo("00000000-0000-0000-0000-000000000002");
        assertThat(header(entry, "cw_alliance")).isEqualTo(alliance.toString());
        assertThat(header(entry, "cw_version")).isEqualTo("7");
        assertThat(header(entry, "cw_actor")).isEqualTo("00000000-0000-0000-0000-000000000003");
        assertThat(header(entry, "cw_organization"))
                .isEqualTo("00000000-0000-0000-0000-000000000004");
        assertThat(header(entry, "cw_audience")).isEqualTo("{\"scope\": \"PERSONS\"}");
        assertThat(header(entry, "traceparent")).isEqualTo("00-a-b-01");
        assertThat(entry.headers()).hasSize(12);
    }

    private static void insertWithEveryField(UUID alliance) throws SQLException {
        try (var connection = journals.connect("purpose");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL app.alliance = '" + alliance + "'");
            statement.execute(
                    """
                    INSERT INTO journal VALUES ('%s', '0193a5f0-0000-7000-8000-000000000001',
                        'purpose.goal-set.v1', '00000000-0000-0000-0000-000000000002', 7,
                        '00000000-0000-0000-0000-000000000003',
                        '00000000-0000-0000-0000-000000000004', '{"scope": "PERSONS"}',
                        '2026-11-23 10:15:30.123456+01', '\\x01',
                        '{"title": "Größe", "goal": "g"}', '00-a-b-01')
                    """
                            .formatted(alliance));
            connection.commit();
        }
    }

    @Test
    void absent_values_have_no_header() throws SQLException {
        var alliance = UUID.randomUUID();
        try (var connection = journals.connect("recognition")) {
            journals.append(connection, alliance, "recognition.thanked.v1", 1);
        }
        var entry = read("commonweal.recognition", alliance, 1).getFirst();
        assertThat(header(entry, "cw_organization")).isNull();
        assertThat(header(entry, "traceparent")).isNull();
        assertThat(header(entry, "cw_replay")).isNull();
    }

    @Test
    void entries_arrive_in_commit_order_on_the_alliances_partition() throws SQLException {
        var alliance = UUID.randomUUID();
        try (var connection = journals.connect("contribution")) {
            for (var number = 0; number < 300; number += 3) {
                journals.appendTogether(
                        connection, alliance, "contribution.submitted.v1", number, 3);
            }
        }
        var entries = read("commonweal.contribution", alliance, 300);
        assertThat(entries.stream().map(entry -> header(entry, "cw_version")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 300).mapToObj(Integer::toString).toList());
        assertThat(entries).allMatch(entry -> entry.partition() == Topics.partitionOf(alliance));
    }

    @Test
    void a_standing_goes_also_to_the_compacted_topic_on_the_same_partition() throws SQLException {
        var alliance = UUID.randomUUID();
        try (var connection = journals.connect("membership")) {
            journals.append(connection, alliance, "membership.standing-changed.v1", 1);
        }
        var fact = read("commonweal.membership", alliance, 1).getFirst();
        var standing = read("commonweal.standings", alliance, 1).getFirst();
        assertThat(standing.key()).isEqualTo(alliance + "/" + header(fact, "ce_subject"));
        assertThat(standing.partition()).isEqualTo(fact.partition());
        assertThat(standing.value()).isEqualTo(fact.value());
        assertThat(header(standing, "ce_id")).isEqualTo(header(fact, "ce_id"));
    }

    @Test
    void a_pulse_reaches_every_partition_after_the_facts_before_it() throws SQLException {
        var alliance = UUID.randomUUID();
        var at = "2026-11-23T09:15:30.250Z";
        try (var connection = journals.connect("membership")) {
            journals.appendTogether(connection, alliance, "membership.member-joined.v1", 0, 50);
            journals.pulse(connection, at);
        }
        try (var reader = new TopicReader(TestServers.kafka(), "commonweal.membership")) {
            var read =
                    reader.takeUntil(
                            found -> pulses(found).size() >= Topics.PARTITIONS,
                            LIMIT,
                            // Other modules' tests beat on the same broker; this pulse is known by
                            // its time.
                            entry -> isPulseOf(at, entry) || isOf(alliance, entry));
            assertThat(pulses(read).stream().map(ConsumerRecord::partition))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, Topics.PARTITIONS).boxed().toList());
            var own =
                    read.stream()
                            .filter(e -> e.partition() == Topics.partitionOf(alliance))
                            .toList();
            assertThat(own).hasSize(51);
            assertThat(isPulse(own.getLast())).isTrue();
            assertThat(own.getLast().value())
                    .matches(
                            "\\{\"at\":\"2026-11-23T09:15:30.250Z\",\"lsn\":\"[0-9A-F]+/[0-9A-F]+\"}");
            assertThat(own.getLast().timestamp()).isEqualTo(1_795_425_330_250L);
        }
    }

    private static boolean isPulseOf(String at, ConsumerRecord<String, String> entry) {
        return isPulse(entry) && entry.value().contains(at);
    }

    private static List<ConsumerRecord<String, String>> pulses(
            List<ConsumerRecord<String, String>> entries) {
        return entries.stream().filter(RelayTest::isPulse).toList();
    }

    private static boolean isPulse(ConsumerRecord<String, String> entry) {
        return "membership.pulse.v1".equals(header(entry, "ce_type"));
    }

    private static boolean isOf(UUID alliance, ConsumerRecord<String, String> entry) {
        return alliance.toString().equals(header(entry, "cw_alliance"));
    }

    private static List<ConsumerRecord<String, String>> read(
            String topic, UUID alliance, int count) {
        try (var reader = new TopicReader(TestServers.kafka(), topic)) {
            var found = reader.take(count, LIMIT, entry -> isOf(alliance, entry));
            assertThat(found).hasSize(count);
            return found;
        }
    }
}
