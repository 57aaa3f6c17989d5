package org.commonweal.recognition.pools;

import java.util.UUID;

/** Money that an organization gives into the alliance's hands, whole: the newest version stands. */
record PoolChangedV1(
        UUID pool, String name, String currency, UUID organization, String state, long version) {

    static final String TYPE = "recognition.pool-changed.v1";
}
