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
import tools.jackson.databind.json.JsonMapper;

/** All journals again, to one reader. */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class PrivateReplayTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String TOPIC = "commonweal.replay.recognition";

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
    void one_reader_gets_every_journal_once_and_where_to_go_on_and_nobody_else_hears_of_it()
            throws SQLException {
        var alliance = UUID.randomUUID();
        try (var membership = journals.connect("membership");
                var contribution = journals.connect("contribution")) {
            journals.append(membership, alliance, "membership.standing-changed.v1", 1);
            for (var number = 0; number < 30; number++) {
                journals.append(contribution, alliance, "contribution.submitted.v1", number);
            }
        }
        var said = of(alliance, "commonweal.contribution", 30);

        // The second one replaces the first.
        assertThat(relay.bean(PrivateReplay.class).run(JournalService.RECOGNITION)).isEqualTo(31);
        assertThat(relay.bean(PrivateReplay.class).run(JournalService.RECOGNITION)).isEqualTo(31);

        var replayed = wholeReplay();
        var facts = replayed.stream().filter(entry -> !isEnd(entry)).toList();
        assertThat(facts)
                .hasSize(31)
                .allMatch(entry -> entry.partition() == Topics.partitionOf(alliance))
                .allMatch(entry -> alliance.toString().equals(entry.key()))
                .allMatch(entry -> "true".equals(header(entry, "cw_replay")));
        assertThat(facts.subList(1, 31).stream().map(entry -> header(entry, "cw_version")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(Integer::toString).toList());
        assertThat(reached(replayed, Topics.partitionOf(alliance)))
                .as("the place behind the last fact that everybody heard")
                .isEqualTo(said.getLast().offset() + 1);
        assertThat(of(alliance, "commonweal.contribution", 30)).hasSize(30);
    }

    private static List<ConsumerRecord<String, String>> wholeReplay() {
        try (var reader = new TopicReader(TestServers.kafka(), TOPIC)) {
            var all =
                    reader.takeUntil(
                            found ->
                                    found.stream().filter(PrivateReplayTest::isEnd).count()
                                            == Topics.PARTITIONS,
                            LIMIT,
                            _ -> true);
            assertThat(all.stream().filter(PrivateReplayTest::isEnd).map(ConsumerRecord::partition))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, Topics.PARTITIONS).boxed().toList());
            return all;
        }
    }

    private static long reached(List<ConsumerRecord<String, String>> replayed, int partition) {
        return replayed.stream()
                .filter(entry -> isEnd(entry) && entry.partition() == partition)
                .map(end -> JsonMapper.shared().readTree(end.value()))
                .mapToLong(ends -> ends.path("commonweal.contribution").asLong(-1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isEnd(ConsumerRecord<String, String> entry) {
        return PrivateReplay.END.equals(header(entry, "ce_type"));
    }

    private static List<ConsumerRecord<String, String>> of(UUID alliance, String topic, int count) {
        try (var reader = new TopicReader(TestServers.kafka(), topic)) {
            return reader.take(
                    count,
                    LIMIT,
                    entry -> alliance.toString().equals(header(entry, "cw_alliance")));
        }
    }
}
