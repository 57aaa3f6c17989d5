package org.commonweal.platform.messaging;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;
import reactor.core.publisher.Mono;

/**
 * Takes membership-service's pulses, when all that came with them is kept. An instance hears its
 * own partitions alone; it writes down how far they are and reads in the same statement what the
 * other instances have written of theirs.
 */
final class Pulses implements BatchMessageListener<String, byte[]> {

    static final String TYPE = "membership.pulse.v1";

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /** The snapshot is from before the writing: it has the others' rows, and old ones of ours. */
    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO pulse (partition, sent_at)
                SELECT * FROM unnest(:partitions::smallint[], :sent::timestamptz[])
                ON CONFLICT (partition) DO UPDATE
                SET sent_at = greatest(pulse.sent_at, excluded.sent_at))
            SELECT partition, sent_at FROM pulse
            """;

    private final BatchMessageListener<String, byte[]> taker;
    private final ScopedDatabase database;
    private final Freshness freshness;

    Pulses(
            BatchMessageListener<String, byte[]> taker,
            ScopedDatabase database,
            Freshness freshness) {
        this.taker = taker;
        this.database = database;
        this.freshness = freshness;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        taker.onMessage(batch);
        var last = new TreeMap<Integer, Instant>();
        for (var entry : batch) {
            if (Event.typeOf(entry).equals(TYPE)) {
                last.merge(
                        entry.partition(),
                        Instant.ofEpochMilli(entry.timestamp()),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        if (!last.isEmpty()) {
            keep(last).block(ANSWER_MAX);
            last.forEach(freshness::pulse);
        }
    }

    private Mono<Void> keep(Map<Integer, Instant> last) {
        return database.ofNoAlliance(sql ->
                sql.sql(KEEP)
                        .bind(
                                "partitions",
                                last.keySet().stream()
                                        .map(Integer::shortValue)
                                        .toArray(Short[]::new))
                        .bind("sent", last.values().toArray(Instant[]::new))
                        .map(this::told)
                        .all()
                        .then());
    }

    private Integer told(Readable row) {
        var partition = Columns.of(row, "partition", Short.class).intValue();
        freshness.pulse(partition, Columns.of(row, "sent_at", Instant.class));
        return partition;
    }
}
