package org.commonweal.purpose.secretballot;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSABlindingEngine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSABlindingParameters;
import org.bouncycastle.crypto.signers.PSSSigner;

/**
 * What the client does in the browser (RFC 9474, 4.1, 4.2 and 4.4), by Bouncy Castle: a second
 * implementation.
 */
public final class VoterSide {

    private final TokenKey key;
    private final byte[] prepared;
    private final BigInteger factor;
    private final byte[] blinded;

    private VoterSide(TokenKey key, byte[] prepared, BigInteger factor, byte[] blinded) {
        this.key = key;
        this.prepared = prepared.clone();
        this.factor = factor;
        this.blinded = blinded.clone();
    }

    public byte[] prepared() {
        return prepared.clone();
    }

    public byte[] blinded() {
        return blinded.clone();
    }

    /** For a ballot's key as its proposal shows it. */
    public static VoterSide of(byte[] modulus) {
        return of(TokenKey.of(modulus));
    }

    static VoterSide of(TokenKey key) {
        var random = new SecureRandom();
        var prepared = new byte[64];
        random.nextBytes(prepared);
        return of(
                key,
                prepared,
                new BigInteger(key.modulus().bitLength() - 1, random).setBit(0),
                new PSSSigner(new RSABlindingEngine(), new SHA384Digest(), TokenKey.SALT_BYTES));
    }

    static VoterSide of(TokenKey key, byte[] prepared, BigInteger factor, Signer encoding) {
        var blinding = new RSABlindingParameters(key.parameters(), factor);
        encoding.init(true, new ParametersWithRandom(blinding, new SecureRandom()));
        encoding.update(prepared, 0, prepared.length);
        try {
            return new VoterSide(key, prepared, factor, encoding.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] finish(byte[] blindSignature) {
        var engine = new RSABlindingEngine();
        engine.init(false, new RSABlindingParameters(key.parameters(), factor));
        return TokenKey.unsigned(
                new BigInteger(1, engine.processBlock(blindSignature, 0, blindSignature.length)),
                key.length());
    }
}
