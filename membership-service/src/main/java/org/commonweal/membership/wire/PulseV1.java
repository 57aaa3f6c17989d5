package org.commonweal.membership.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is missing up to here.
 *
 * @param lsn the position in the write-ahead log, which only the relay can know
 */
public record PulseV1(Instant at, @Nullable String lsn) {

    public static final String TYPE = "membership.pulse.v1";
}
