package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishedTest {

    private static final Instant NEWEST = Instant.parse("2026-11-26T09:15:30Z");

    @Test
    void everything_before_a_batch_of_pulses_and_the_margin_was_published() {
        assertThat(whole(JournalTask.BATCH_MAX + 1))
                .isEqualTo(NEWEST.minusSeconds(JournalTask.BATCH_MAX).minus(Published.MARGIN));
        assertThat(whole(3 * JournalTask.BATCH_MAX)).isEqualTo(whole(JournalTask.BATCH_MAX + 1));
    }

    @Test
    void nothing_is_certain_while_all_pulses_may_belong_to_one_batch() {
        assertThat(whole(JournalTask.BATCH_MAX)).isEqualTo(Instant.EPOCH);
        assertThat(whole(0)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void the_batch_is_as_large_as_the_connector_makes_it() throws java.io.IOException {
        var properties = new java.util.Properties();
        try (var stream = PublishedTest.class.getResourceAsStream("/connector.properties")) {
            properties.load(stream);
        }
        assertThat(properties)
                .containsEntry("max.batch.size", Integer.toString(JournalTask.BATCH_MAX));
    }

    /** One pulse a second. */
    private static Instant whole(int pulses) {
        var times = IntStream.range(0, pulses).mapToObj(NEWEST::minusSeconds).toList();
        return new Published(times, List.of()).wholeUntil();
    }
}
