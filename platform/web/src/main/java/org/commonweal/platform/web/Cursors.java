package org.commonweal.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Opaque cursors: the key of the last row of a page, signed so that a client can only hand back
 * what it was given.
 */
public final class Cursors {

    private static final int SIGNATURE_BYTES = 16;
    private static final String SEPARATOR = "\n";
    private static final UUID ABOVE_ALL = new UUID(-1, -1);

    /** The first signs; all are accepted, so that a secret can be changed under open pages. */
    private final List<SecretKeySpec> keys;

    public Cursors(String secret, List<String> accepted) {
        keys =
                Stream.concat(Stream.of(secret), accepted.stream())
                        .map(each -> each.getBytes(StandardCharsets.UTF_8))
                        .map(bytes -> new SecretKeySpec(bytes, "HmacSHA256"))
                        .toList();
    }

    /** The values must not contain line breaks. */
    public String encode(Object... values) {
        var text =
                Stream.of(values)
                        .map(String::valueOf)
                        .collect(Collectors.joining(SEPARATOR))
                        .getBytes(StandardCharsets.UTF_8);
        var signed = Arrays.copyOf(signature(keys.getFirst(), text), SIGNATURE_BYTES + text.length);
        System.arraycopy(text, 0, signed, SIGNATURE_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /**
     * The values of {@link #encode}.
     *
     * @throws RefusedException 400 when the cursor was not made here, or not for this many values
     */
    public List<String> decode(String cursor, int values) {
        try {
            var signed = Base64.getUrlDecoder().decode(cursor);
            if (signed.length > SIGNATURE_BYTES) {
                var text = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
                var given = Arrays.copyOf(signed, SIGNATURE_BYTES);
                var parts = new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1);
                if (isOurs(given, text) && parts.length == values) {
                    return List.of(parts);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw foreign();
        }
        throw foreign();
    }

    /**
     * Where a list of UUIDv7 that is newest first goes on: with the ids below this one, which is
     * above all when there is no cursor.
     *
     * @throws RefusedException 400 when the cursor was not made here, or for another kind of list
     */
    public UUID below(@Nullable String cursor) {
        if (cursor == null) {
            return ABOVE_ALL;
        }
        try {
            return UUID.fromString(decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException ofAnotherList) {
            throw foreign();
        }
    }

    private boolean isOurs(byte[] given, byte[] text) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(given, signature(key, text)));
    }

    private static byte[] signature(SecretKeySpec key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }

    static RefusedException foreign() {
        return new RefusedException(
                Problem.refusal(
                        HttpStatus.BAD_REQUEST,
                        "cursor-foreign",
                        "The cursor was not made here",
                        "Use the value of next as it was given, or start without a cursor."));
    }
}
