package org.commonweal.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * How old this service's copy of the standings can be: membership-service's pulse comes every 250
 * ms through the same log as its facts, so a pulse seen means that all facts before it are kept.
 * {@link Pulses} brings them, also those that another instance has seen.
 */
public final class Freshness {

    /** Partitions of every topic, never changed: an alliance has the same one everywhere. */
    public static final int PARTITIONS = 12;

    private final AtomicReferenceArray<@Nullable Instant> pulses =
            new AtomicReferenceArray<>(PARTITIONS);
    private final Clock clock;

    public Freshness(Clock clock) {
        this.clock = clock;
    }

    /** All that was said before this moment is kept, by this instance or another one. */
    void pulse(int partition, Instant sentAt) {
        pulses.accumulateAndGet(
                partition,
                sentAt,
                (before, now) -> before != null && before.isAfter(now) ? before : now);
    }

    /** True when the last pulse for the alliance was sent at most {@code limit} ago. */
    public boolean within(UUID alliance, Duration limit) {
        var last = lastPulse(alliance);
        return last != null && !clock.instant().isAfter(last.plus(limit));
    }

    /** When the last pulse for the alliance was sent, or null before the first one. */
    public @Nullable Instant lastPulse(UUID alliance) {
        return pulses.get(partitionOf(alliance));
    }

    /**
     * For the operator: the age of the oldest of the partitions' last pulses, NaN before the first.
     */
    double oldestPulseSeconds() {
        var now = clock.instant();
        return IntStream.range(0, PARTITIONS)
                .mapToObj(pulses::get)
                .filter(Objects::nonNull)
                .mapToDouble(last -> Duration.between(last, now).toMillis() / 1000.0)
                .max()
                .orElse(Double.NaN);
    }

    /** The partition of an alliance's records in every topic. */
    public static int partitionOf(UUID alliance) {
        var key = alliance.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }
}
