package org.commonweal.gateway.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals values that others keep for us (a login under way, a place in the stream, a session) with
 * AES-GCM: they can neither read nor change them, nor use one where another is asked for.
 */
@Component
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** The first seals; all open, so that a secret can be changed while its values are about. */
    private final List<SecretKeySpec> keys = new ArrayList<>();

    private final SecureRandom random = new SecureRandom();

    Seal(SealProperties properties) throws GeneralSecurityException {
        keys.add(key(properties.secret()));
        for (String accepted : properties.acceptedSecrets()) {
            keys.add(key(accepted));
        }
    }

    public String seal(Purpose purpose, byte[] value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), purpose, nonce).doFinal(value);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** The value, or nothing when it was not sealed here for this purpose. */
    public Optional<byte[]> open(Purpose purpose, String sealed) {
        if (sealed.length() > purpose.sealedLengthMax) {
            return Optional.empty();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(sealed);
            return whole.length <= NONCE_BYTES
                    ? Optional.empty()
                    : keys.stream()
                            .flatMap(key -> Optional.ofNullable(open(key, purpose, whole)).stream())
                            .findFirst();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte @Nullable [] open(SecretKeySpec key, Purpose purpose, byte[] whole) {
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, purpose, nonce)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        } catch (GeneralSecurityException _) {
            return null;
        }
    }

    private static SecretKeySpec key(String secret) throws GeneralSecurityException {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(bytes), "AES");
    }

    private static Cipher cipher(int mode, SecretKeySpec key, Purpose purpose, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.name().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** What a sealed value is for; it opens for nothing else. */
    public enum Purpose {
        LOGIN(4096),
        SESSION(65_536),
        SESSION_ID(256),
        STREAM_POSITION(4096);

        private final int sealedLengthMax;

        Purpose(int sealedLengthMax) {
            this.sealedLengthMax = sealedLengthMax;
        }
    }
}
