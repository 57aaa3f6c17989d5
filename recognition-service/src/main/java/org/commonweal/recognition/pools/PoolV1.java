package org.commonweal.recognition.pools;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.recognition.domain.Entered;
import org.jspecify.annotations.Nullable;

/**
 * A pool as all members see it.
 *
 * @param organization that gives it
 * @param balanceMinor what is in it, in minor units of the currency
 * @param waitingMinor what was put in and is not confirmed
 * @param confirmedBy the organization whose delegate confirmed it, or null
 */
record PoolV1(
        UUID id,
        String name,
        String currency,
        UUID organization,
        Entered.State state,
        long balanceMinor,
        long waitingMinor,
        @Nullable UUID confirmedBy,
        Instant recordedAt,
        Instant changedAt) {}
