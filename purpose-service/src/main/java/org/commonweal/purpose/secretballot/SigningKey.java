package org.commonweal.purpose.secretballot;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** By which a ballot's tokens are signed blindly (RFC 9474): of one ballot, and of one weight. */
final class SigningKey {

    /**
     * Forging must be out of reach until the ballot closes, not longer: what a voter has blinded
     * stays hidden from whoever ever breaks the key. Making one takes about a tenth of a second.
     */
    private static final int BITS = 2048;

    private final RSAPrivateCrtKey key;

    private SigningKey(RSAPrivateCrtKey key) {
        this.key = key;
    }

    static SigningKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every JDK", e);
        }
    }

    /**
     * @param encoded as {@link #encoded} has written it
     */
    static SigningKey of(byte[] encoded) {
        try {
            var read =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey((RSAPrivateCrtKey) read);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key that was written here", e);
        }
    }

    /** PKCS#8, in clear: for nowhere but a seal. */
    byte[] encoded() {
        return key.getEncoded();
    }

    TokenKey verifying() {
        return new TokenKey(key.getModulus());
    }

    /**
     * The blind signature (RFC 9474, 4.3), the same for the same message; nothing when the message
     * is not as long as the modulus, or names no number between one and the modulus less one.
     */
    Optional<byte[]> sign(byte[] blinded) {
        var number = new BigInteger(1, blinded);
        var last = key.getModulus().subtract(BigInteger.ONE);
        if (blinded.length != verifying().length()
                || number.compareTo(BigInteger.ONE) <= 0
                || number.compareTo(last) >= 0) {
            return Optional.empty();
        }
        // Blinds once more against timing, and checks its own result against faults.
        var engine = new RSABlindedEngine();
        engine.init(true, parameters());
        return Optional.of(engine.processBlock(blinded, 0, blinded.length));
    }

    private RSAPrivateCrtKeyParameters parameters() {
        return new RSAPrivateCrtKeyParameters(
                key.getModulus(),
                key.getPublicExponent(),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient());
    }
}
