package org.commonweal.recognition.pools;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.recognition.domain.Entered;
import org.jspecify.annotations.Nullable;

/**
 * Money that came into a pool, or went out of it.
 *
 * @param amountMinor in minor units; below nothing when it went out
 * @param organization that paid, or was paid, or null
 * @param person who was paid, or null
 * @param decision by which it went out, or null for what came in
 * @param title of that decision
 * @param confirmedBy the organization whose delegate confirmed what came in, or null
 */
record MovementV1(
        UUID id,
        long amountMinor,
        @Nullable UUID organization,
        @Nullable UUID person,
        Entered.State state,
        @Nullable UUID decision,
        @Nullable String title,
        @Nullable UUID confirmedBy,
        Instant at) {}
