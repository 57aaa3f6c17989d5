package org.commonweal.bench.reference;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.commonweal.bench.load.OpenLoop;
import reactor.core.publisher.Mono;

/**
 * The least that any way over this broker takes: from a producer to a consumer, nothing between.
 */
public final class BareKafka {

    private static final int RECORD_BYTES = 600;
    private static final int ALLIANCES = 100;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int ON_THEIR_WAY_MAX = 10_000;
    private static final int KEPT = 200;

    private BareKafka() {}

    /** From the intended sending to the consumer, in nanoseconds. */
    public static Histogram latencies(String servers, double rate, Duration time) {
        var histogram = new ConcurrentHistogram(LONGEST_NANOS, 3);
        try (var topic =
                Topic.open(
                        "bench-bare",
                        servers,
                        heard ->
                                histogram.recordValue(
                                        System.nanoTime()
                                                - ByteBuffer.wrap(heard.value()).getLong()))) {
            new OpenLoop(n -> send(topic, n), rate, ON_THEIR_WAY_MAX, new Random(1)).run(time);
        }
        return histogram;
    }

    private static Mono<Integer> send(Topic topic, long n) {
        var value = ByteBuffer.allocate(RECORD_BYTES).putLong(System.nanoTime()).array();
        var key = new UUID(n % ALLIANCES, 0).toString();
        return Mono.create(sink ->
                topic.producer()
                        .send(
                                new ProducerRecord<>(topic.name(), key, value),
                                (_, failure) -> {
                                    if (failure == null) {
                                        sink.success(KEPT);
                                    } else {
                                        sink.error(failure);
                                    }
                                }));
    }
}
