package org.commonweal.relay;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the slot stands at the server; asked for at most every few seconds. */
final class SlotLag {

    static final long UNKNOWN = -1;

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Slot slot;
    private final Clock clock;
    private Slot.@Nullable Condition condition;
    private Instant asked = Instant.EPOCH;

    SlotLag(Slot slot, Clock clock) {
        this.slot = slot;
        this.clock = clock;
    }

    /** Log that was written and not yet confirmed. */
    long bytes() {
        var known = known();
        return known == null ? UNKNOWN : known.lagBytes();
    }

    /** Log that the server keeps on its disk for us. */
    long retainedBytes() {
        var known = known();
        return known == null ? UNKNOWN : known.retainedBytes();
    }

    /** True when the server has removed log that we had not read. */
    boolean lost() {
        var known = known();
        return known != null && known.state() == Slot.State.LOST;
    }

    private synchronized Slot.@Nullable Condition known() {
        if (clock.instant().isAfter(asked.plus(FRESH))) {
            asked = clock.instant();
            try {
                condition = slot.condition();
            } catch (SQLException e) {
                condition = null;
            }
        }
        return condition;
    }
}
