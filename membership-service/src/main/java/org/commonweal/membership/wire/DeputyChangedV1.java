package org.commonweal.membership.wire;

import java.time.Instant;
import java.util.UUID;

/** Who stands in for a delegate, and when, whole: the newest version stands. */
public record DeputyChangedV1(
        UUID deputy,
        UUID organization,
        UUID delegate,
        UUID person,
        Instant from,
        Instant until,
        String state,
        long version) {

    public static final String TYPE = "membership.deputy-changed.v1";
}
