package org.commonweal.local;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of acts as a client makes them: UUIDv7, by its clock and by chance. */
public final class ClientIds {

    private ClientIds() {}

    public static UUID next() {
        var chance = ThreadLocalRandom.current();
        var high = Instant.now().toEpochMilli() << 16 | 0x7000 | chance.nextInt(0x1000);
        return new UUID(high, chance.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
