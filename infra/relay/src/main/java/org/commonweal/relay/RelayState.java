package org.commonweal.relay;

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
        STREAMING,
        FAILED,
        STOPPED
    }

    record Now(Phase phase, String reason) {}

    private final AtomicReference<Now> now =
            new AtomicReference<>(new Now(Phase.STARTING, "not started yet"));
    private final AtomicReference<@Nullable Instant> publishingSince = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> lastPublished = new AtomicReference<>();
    private final AtomicLong records = new AtomicLong();

    void enter(Phase phase, String reason) {
        now.set(new Now(phase, reason));
    }

    Now now() {
        return now.get();
    }

    void publishing(Instant since) {
        publishingSince.set(since);
    }

    void published(Instant at, int count) {
        publishingSince.set(null);
        lastPublished.set(at);
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
