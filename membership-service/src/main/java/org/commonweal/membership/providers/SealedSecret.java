package org.commonweal.membership.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals a client secret for the one provider that it is for (AES-GCM); the database holds no key.
 */
@Component
class SealedSecret {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final RandomGenerator chance;

    SealedSecret(ProvidersProperties properties, RandomGenerator chance)
            throws GeneralSecurityException {
        var bytes = properties.sealSecret().getBytes(UTF_8);
        key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(bytes), "AES");
        this.chance = chance;
    }

    String seal(UUID provider, String secret) {
        var nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, provider, nonce).doFinal(secret.getBytes(UTF_8));
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    String open(UUID provider, String sealed) {
        try {
            var whole = Base64.getDecoder().decode(sealed);
            var nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return new String(
                    cipher(Cipher.DECRYPT_MODE, provider, nonce)
                            .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES),
                    UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "commonweal.providers.seal-secret is not the one that sealed", e);
        }
    }

    /** The same for the same secret, and worth nothing without the key: for the request's hash. */
    String mark(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is part of every JDK", e);
        }
    }

    private Cipher cipher(int mode, UUID provider, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(provider.toString().getBytes(UTF_8));
        return cipher;
    }
}
