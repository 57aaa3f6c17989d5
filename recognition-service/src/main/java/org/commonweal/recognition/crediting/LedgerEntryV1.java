package org.commonweal.recognition.crediting;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry as members read it.
 *
 * @param organization for which the author worked that day
 * @param by who acknowledged
 */
record LedgerEntryV1(
        UUID transaction,
        long amount,
        UUID contribution,
        String title,
        UUID organization,
        UUID by,
        Instant at) {}
