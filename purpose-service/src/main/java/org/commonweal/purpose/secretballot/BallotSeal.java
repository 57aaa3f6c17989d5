package org.commonweal.purpose.secretballot;

import java.security.SecureRandom;
import java.util.UUID;
import org.commonweal.platform.keys.SealingKeys;
import org.springframework.stereotype.Component;

/**
 * What a ballot keeps secret while it is open lies sealed under the operator's secret: whoever has
 * the database alone can sign no token and open no box.
 */
@Component
class BallotSeal {

    private static final int SECRET_BYTES = 32;

    private final SealingKeys keys;
    private final SecureRandom random;

    BallotSeal(BallotsProperties properties, SecureRandom random) {
        this.random = random;
        keys = new SealingKeys(properties.sealSecret(), properties.acceptedSealSecrets());
    }

    byte[] seal(UUID ballot, SigningKey key) {
        return keys.seal("signing " + ballot, key.encoded());
    }

    SigningKey signingKey(UUID ballot, byte[] sealed) {
        return SigningKey.of(open("signing " + ballot, sealed));
    }

    /** The sealed secret of a new box. */
    byte[] newBox(UUID ballot) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return keys.seal("box " + ballot, secret);
    }

    Box box(UUID ballot, byte[] sealed) {
        return new Box(ballot, open("box " + ballot, sealed));
    }

    private byte[] open(String purpose, byte[] sealed) {
        return keys.open(purpose, sealed)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "neither commonweal.ballots.seal-secret nor an accepted one is"
                                        + " the one that sealed"));
    }
}
