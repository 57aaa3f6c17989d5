package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.relay.TopicReader.header;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What the README's table of mishaps promises. */
@SuppressWarnings("NullAway.Init") // set in @BeforeEach
class MishapsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SUBMITTED = "contribution.submitted.v1";

    private final UUID alliance = UUID.randomUUID();
    private TestDatabase database;
    private Journals journals;
    private String slot;

    @BeforeEach
    void create() {
        database = JournalDatabase.create();
        journals = new Journals(database.jdbcUrl());
        slot = "mishap_" + database.name();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_second_relay_waits_and_takes_over() throws SQLException {
        try (var first = start();
                var connection = journals.connect("contribution")) {
            first.await(Status.UP);
            journals.append(connection, UUID.randomUUID(), SUBMITTED, 0);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() ->
                            first.health().getDetails().get("lastPublished") instanceof Instant);
            try (var second = start()) {
                second.awaitReason("the slot is held by server process");
                assertThat(second.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
                assertThat(first.health().getStatus()).isEqualTo(Status.UP);
                first.stop();
                journals.append(connection, alliance, SUBMITTED, 1);
                second.await(Status.UP);
                assertThat(versions("commonweal.contribution", 1)).containsExactly("1");
            }
        }
    }

    @Test
    void an_entry_that_cannot_be_published_is_told_and_skipped_only_on_command()
            throws SQLException {
        UUID poison;
        try (var relay = start();
                var connection = journals.connect("contribution")) {
            relay.await(Status.UP);
            journals.append(connection, alliance, SUBMITTED, 1);
            poison = journals.append(connection, alliance, "weather.changed.v1", 2);
            journals.append(connection, alliance, SUBMITTED, 3);
            relay.await(Status.DOWN);
            assertThat(relay.health().getDetails().get("reason"))
                    .asString()
                    .contains(poison.toString())
                    .contains("no service says weather.changed.v1");
            assertThat(versions("commonweal.contribution", 1)).containsExactly("1");
        }
        try (var relay = start("relay.skip=" + poison)) {
            relay.await(Status.UP);
            // 1 may come twice: the slot moves on with the next commit.
            var versions = versions("commonweal.contribution", found -> found.contains("3"));
            assertThat(versions).containsSubsequence("1", "3").doesNotContain("2");
        }
    }

    @Test
    void a_replay_sends_one_journal_again_in_order_and_says_so() throws SQLException {
        try (var relay = start();
                var contribution = journals.connect("contribution");
                var purpose = journals.connect("purpose")) {
            relay.await(Status.UP);
            for (var number = 0; number < 1_200; number++) {
                journals.append(contribution, alliance, SUBMITTED, number);
            }
            journals.append(purpose, alliance, "purpose.ratified.v1", 1);
            assertThat(versions("commonweal.contribution", 1_200)).hasSize(1_200);
            var sent = relay.bean(Replay.class).run(JournalService.CONTRIBUTION, Instant.EPOCH);
            assertThat(sent).isEqualTo(1_200);
            var all = versions("commonweal.contribution", 2_400);
            assertThat(all.subList(1_200, 2_400)).isEqualTo(all.subList(0, 1_200));
            assertThat(versions("commonweal.purpose", 1)).containsExactly("1");
            assertThat(relay.bean(Replay.class).run(JournalService.PURPOSE, Instant.now()))
                    .isZero();
        }
    }

    private RelayUnderTest start(String... more) {
        return RelayUnderTest.start(database.properties(), TestServers.kafka(), slot, more);
    }

    /** The versions of this test's entries as they arrived. */
    private List<String> versions(String topic, int count) {
        return versions(topic, found -> found.size() >= count);
    }

    private List<String> versions(String topic, Predicate<List<String>> enough) {
        var versions = new ArrayList<String>();
        try (var reader = new TopicReader(TestServers.kafka(), topic)) {
            reader.takeUntil(
                    ignored -> enough.test(versions),
                    LIMIT,
                    entry -> {
                        if (alliance.toString().equals(header(entry, "cw_alliance"))) {
                            versions.add(String.valueOf(header(entry, "cw_version")));
                        }
                        return false;
                    });
        }
        return versions;
    }
}
