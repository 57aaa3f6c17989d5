package org.commonweal.recognition.spending;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool paid by a decision.
 *
 * @param amountMinor in minor units of the currency
 * @param organization that was paid, or null
 * @param person who was paid, or null
 */
record SpentV1(
        UUID transaction,
        UUID decision,
        UUID pool,
        String title,
        long amountMinor,
        String currency,
        @Nullable UUID organization,
        @Nullable UUID person) {

    static final String TYPE = "recognition.spent.v1";
}
