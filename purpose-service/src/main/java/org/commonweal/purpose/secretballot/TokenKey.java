package org.commonweal.purpose.secretballot;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;

/** Against which a ballot's tokens are checked (RFC 9474); the exponent is always 65,537. */
record TokenKey(BigInteger modulus) {

    static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    /** Of RSABSSA-SHA384-PSS-Randomized, as long as the hash. */
    static final int SALT_BYTES = 48;

    /** The modulus, unsigned, most significant byte first; as long as each signature. */
    static TokenKey of(byte[] modulus) {
        return new TokenKey(new BigInteger(1, modulus));
    }

    int length() {
        return Math.ceilDiv(modulus.bitLength(), Byte.SIZE);
    }

    byte[] bytes() {
        return unsigned(modulus, length());
    }

    /** Whether this key signed the message, however it was blinded then. */
    boolean verifies(byte[] message, byte[] signature) {
        return verifies(message, signature, SALT_BYTES);
    }

    boolean verifies(byte[] message, byte[] signature, int saltBytes) {
        if (signature.length != length() || new BigInteger(1, signature).compareTo(modulus) >= 0) {
            return false;
        }
        var verifier = new PSSSigner(new RSAEngine(), new SHA384Digest(), saltBytes);
        verifier.init(false, parameters());
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    RSAKeyParameters parameters() {
        return new RSAKeyParameters(false, modulus, EXPONENT);
    }

    /** The number's lowest bytes, most significant first, with as many zeros before as it takes. */
    static byte[] unsigned(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var whole = new byte[length];
        var digits = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - digits, whole, length - digits, digits);
        return whole;
    }
}
