package org.commonweal.platform.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that are made, never drawn: the same cause gives the same id (RFC 9562, versions 7 and 8).
 */
public final class Ids {

    private Ids() {}

    /** The id of the n-th further fact of one command: its time bits and a hash of (command, n). */
    public static UUID derived(UUID command, int n) {
        return timed(command.getMostSignificantBits() >>> 16, command + "/" + n);
    }

    /**
     * The id of a fact that the clock made: the time bits of {@code at} and a hash of its cause.
     */
    public static UUID ofTransition(UUID subject, String transition, Instant at) {
        return timed(at.toEpochMilli(), subject + "/" + transition);
    }

    /**
     * The id, in every service alike, of something that an alliance's history names by its own id.
     */
    public static UUID external(UUID alliance, String kind, String externalId) {
        var hash = ByteBuffer.wrap(sha256("history/" + alliance + "/" + kind + "/" + externalId));
        return new UUID(version(hash.getLong(), 8), variant(hash.getLong()));
    }

    /** The id of what is named by these words together; none may contain a line break. */
    public static UUID named(String kind, String... words) {
        var hash = ByteBuffer.wrap(sha256(kind + "\n" + String.join("\n", words)));
        return new UUID(version(hash.getLong(), 8), variant(hash.getLong()));
    }

    /** The moment in the id of a command. */
    public static Instant instantOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID timed(long millis, String cause) {
        var hash = ByteBuffer.wrap(sha256(cause));
        return new UUID(
                version((millis << 16) | (hash.getLong() & 0xffff), 7), variant(hash.getLong()));
    }

    private static long version(long bits, int version) {
        return (bits & ~0xf000L) | ((long) version << 12);
    }

    private static long variant(long bits) {
        return (bits & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
