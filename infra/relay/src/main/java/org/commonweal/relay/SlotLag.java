package org.commonweal.relay;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much log the server keeps for us; asked for at most every few seconds. */
final class SlotLag {

    static final long UNKNOWN = -1;

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Slot slot;
    private final Clock clock;
    private long bytes = UNKNOWN;
    private Instant asked = Instant.EPOCH;

    SlotLag(Slot slot, Clock clock) {
        this.slot = slot;
        this.clock = clock;
    }

    synchronized long bytes() {
        if (clock.instant().isAfter(asked.plus(FRESH))) {
            asked = clock.instant();
            try {
                bytes = slot.condition().lagBytes();
            } catch (SQLException e) {
                bytes = UNKNOWN;
            }
        }
        return bytes;
    }
}
