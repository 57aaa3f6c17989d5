package org.commonweal.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the relay does at this moment, for health and metrics. */
final class RelayState {

    /** A step of the relay's life; the reason says why it is in this one. */
    enum Phase {
        STARTING,
        WAITING_FOR_SLOT,
        /** Facts may be missing in the topics: an operator must have them sent, see Recovery. */
        SLOT_LOST,
        STREAMING,
        FAILED,
        STOPPED
    }

    record Now(Phase phase, String reason) {}

    /** A batch under way: since when, and when its oldest fact was written (null: no fact). */
    private record Publishing(Instant since, @Nullable Instant oldest) {}

    private final Clock clock;
    private final Instant started;
    private final AtomicReference<Now> now =
            new AtomicReference<>(new Now(Phase.STARTING, "not started yet"));
    private final AtomicReference<Instant> lastHeard = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<@Nullable Publishing> publishing = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> lastPublished = new AtomicReference<>();
    private final AtomicLong records = new AtomicLong();

    RelayState(Clock clock) {
        this.clock = clock;
        started = clock.instant();
    }

    void enter(Phase phase, String reason) {
        now.set(new Now(phase, reason));
    }

    Now now() {
        return now.get();
    }

    /** Something came from the log, if only a heartbeat. */
    void heard() {
        lastHeard.set(clock.instant());
    }

    Instant lastHeard() {
        return lastHeard.get();
    }

    void publishing(@Nullable Instant oldest) {
        publishing.set(new Publishing(clock.instant(), oldest));
    }

    void published(int count) {
        publishing.set(null);
        lastPublished.set(clock.instant());
        records.addAndGet(count);
    }

    /** Whatever was under way has ended without success. */
    void abandoned() {
        publishing.set(null);
    }

    /** Since when a batch waits for the broker, or null when none does. */
    @Nullable Instant publishingSince() {
        var batch = publishing.get();
        return batch == null ? null : batch.since();
    }

    /**
     * The age of the oldest fact that may lie in a journal and not in Kafka. While the log is read
     * that is the batch under way; while it is not, all that was written since it last was.
     */
    Duration journalLag() {
        var batch = publishing.get();
        if (batch != null && batch.oldest() != null) {
            return Duration.between(batch.oldest(), clock.instant());
        }
        return now().phase() == Phase.STREAMING
                ? Duration.ZERO
                : Duration.between(later(lastHeard(), started), clock.instant());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Nullable Instant lastPublished() {
        return lastPublished.get();
    }

    long records() {
        return records.get();
    }
}
