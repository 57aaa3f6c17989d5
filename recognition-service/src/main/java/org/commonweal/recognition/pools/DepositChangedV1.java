package org.commonweal.recognition.pools;

import java.util.UUID;

/** Money that an organization put into a pool, whole: the newest version stands. */
record DepositChangedV1(
        UUID deposit,
        UUID pool,
        UUID organization,
        long amountMinor,
        String currency,
        String state,
        long version) {

    static final String TYPE = "recognition.deposit-changed.v1";
}
