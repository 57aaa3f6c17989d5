package org.commonweal.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Command ids of the demo: UUIDv7 of the moment it was begun, the rest from the act's name. So an
 * act that is sent again is the same act.
 */
record SeedIds(Instant begun) {

    UUID of(String act) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(act.getBytes(UTF_8));
            var chance = ByteBuffer.wrap(digest);
            var high = (begun.toEpochMilli() << 16) | 0x7000 | (chance.getLong() & 0x0fff);
            var low = (chance.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
