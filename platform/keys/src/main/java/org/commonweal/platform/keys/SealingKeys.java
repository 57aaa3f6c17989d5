package org.commonweal.platform.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals values with AES-GCM under keys that are made of an operator's secrets: whoever keeps a
 * sealed value can neither read nor change it, nor use it where another is asked for.
 */
public final class SealingKeys {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** The first seals; all open, so that a secret can be changed while its values are about. */
    private final List<SecretKeySpec> keys;

    private final SecureRandom random = new SecureRandom();

    public SealingKeys(String secret, List<String> accepted) {
        keys = Stream.concat(Stream.of(secret), accepted.stream()).map(SealingKeys::key).toList();
    }

    /**
     * A nonce and what was sealed.
     *
     * @param purpose what the value is for; it opens for nothing else
     */
    public byte[] seal(String purpose, byte[] value) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), purpose, nonce).doFinal(value);
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** The value, or nothing when it was not sealed under these keys for this purpose. */
    public Optional<byte[]> open(String purpose, byte[] whole) {
        return whole.length <= NONCE_BYTES
                ? Optional.empty()
                : keys.stream()
                        .flatMap(key -> Optional.ofNullable(open(key, purpose, whole)).stream())
                        .findFirst();
    }

    /**
     * The same for the same value (HMAC-SHA-256 by the first key), and worth nothing without it.
     */
    public byte[] mark(byte[] value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.getFirst());
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is part of every JDK", e);
        }
    }

    private static byte @Nullable [] open(SecretKeySpec key, String purpose, byte[] whole) {
        var nonce = Arrays.copyOf(whole, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, purpose, nonce)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        } catch (GeneralSecurityException notOurs) {
            return null;
        }
    }

    private static SecretKeySpec key(String secret) {
        try {
            var bytes = secret.getBytes(StandardCharsets.UTF_8);
            return new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(bytes), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, String purpose, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
