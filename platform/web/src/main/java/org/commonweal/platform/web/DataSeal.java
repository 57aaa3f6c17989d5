package org.commonweal.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Seals what a person takes along: a detached JSON web signature (RFC 7515, appendix F; Ed25519,
 * RFC 8037) over the very bytes of the answer, which anybody can check with the public key later.
 */
public final class DataSeal {

    /** The answer's header with the seal. */
    public static final String HEADER = "Commonweal-Seal";

    private final KeyPair keys;
    private final Jwk jwk;

    /**
     * The public half, as a JSON web key.
     *
     * @param kid the first 16 letters of the key's hash
     */
    public record Jwk(String kty, String crv, String x, String kid, String use, String alg) {}

    /** The same secret makes the same keys. */
    public DataSeal(String secret) {
        try {
            var seed = sha256(("commonweal-seal\n" + secret).getBytes(StandardCharsets.UTF_8));
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            keys = generator.generateKeyPair();
            var x = base64(encoded((EdECPublicKey) keys.getPublic()));
            var kid = base64(sha256(x.getBytes(StandardCharsets.UTF_8))).substring(0, 16);
            jwk = new Jwk("OKP", "Ed25519", x, kid, "sig", "EdDSA");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has Ed25519", missing);
        }
    }

    public Jwk publicKey() {
        return jwk;
    }

    /** The answer with its seal. */
    public ResponseEntity<String> sealed(String json) {
        return ResponseEntity.ok()
                .header(HEADER, seal(json))
                .header("Cache-Control", "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }

    String seal(String json) {
        var header =
                base64(
                        "{\"alg\":\"EdDSA\",\"kid\":\"%s\"}"
                                .formatted(jwk.kid())
                                .getBytes(StandardCharsets.UTF_8));
        var signed = header + "." + base64(json.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return header + ".." + base64(signature.sign());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has Ed25519", missing);
        }
    }

    /** RFC 8032: the y coordinate, little end first, and the sign of x in the last bit. */
    private static byte[] encoded(EdECPublicKey key) {
        var y = key.getPoint().getY().toByteArray();
        var encoded = new byte[32];
        for (var i = 0; i < Math.min(y.length, encoded.length); i++) {
            encoded[i] = y[y.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            encoded[31] |= (byte) 0x80;
        }
        return encoded;
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** No chance: the generator takes its private key from here. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        private Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
