package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What Prometheus is told of the relay, however many alliances there are. */
@Isolated("who ends in this process takes the web server of all along")
class MetricsTest {

    private static final Path RECORD = Path.of("../observability/metrics/relay.yaml");

    @Test
    void metrics_are_those_that_are_recorded_and_carry_no_ids() throws SQLException {
        try (var database = JournalDatabase.create();
                var relay =
                        RelayUnderTest.start(
                                database.properties(),
                                TestServers.kafka(),
                                "metrics_" + database.name());
                var connection = new Journals(database.jdbcUrl()).connect("contribution")) {
            relay.awaitReadiness(200);
            var before = relay.scrape().sum("relay_records_total");
            for (var number = 0; number < 50; number++) {
                new Journals(database.jdbcUrl())
                        .append(connection, UUID.randomUUID(), "contribution.submitted.v1", number);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> relay.scrape().sum("relay_records_total") >= before + 50);
            var scrape = relay.scrape();
            assertThat(scrape.missingOf(RECORD)).isEmpty();
            assertThat(scrape.labelsWithIds()).isEmpty();
            assertThat(scrape.series()).hasSizeLessThan(1_000);
            assertThat(scrape.sum("relay_streaming")).isEqualTo(1);
            // Asked for every few seconds: the first answer may be older than the slot.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> relay.scrape().sum("relay_slot_retained_bytes") > 0);
        }
    }
}
