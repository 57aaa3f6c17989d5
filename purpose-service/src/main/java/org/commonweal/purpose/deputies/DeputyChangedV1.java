package org.commonweal.purpose.deputies;

import java.time.Instant;
import java.util.UUID;

/** What we read of a deputy, whole: the newest version stands. */
record DeputyChangedV1(
        UUID deputy,
        UUID organization,
        UUID delegate,
        UUID person,
        Instant from,
        Instant until,
        String state,
        long version) {}
