package org.commonweal.relay;

import java.time.Clock;
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

    private final Clock clock;
    private final AtomicReference<Now> now =
            new AtomicReference<>(new Now(Phase.STARTING, "not started yet"));
    private final AtomicReference<Instant> lastHeard = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<@Nullable Instant> publishingSince = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> lastPublished = new AtomicReference<>();
    private final AtomicLong records = new AtomicLong();

    RelayState(Clock clock) {
        this.clock = clock;
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

    void publishing() {
        publishingSince.set(clock.instant());
    }

    void published(int count) {
        publishingSince.set(null);
        lastPublished.set(clock.instant());
        records.addAndGet(count);
    }

    /** Whatever was under way has ended without success. */
    void abandoned() {
        publishingSince.set(null);
    }

    /** Since when a batch waits for the broker, or null when none does. */
    @Nullable Instant publishingSince() {
        return publishingSince.get();
    }

    @Nullable Instant lastPublished() {
        return lastPublished.get();
    }

    long records() {
        return records.get();
    }
}
