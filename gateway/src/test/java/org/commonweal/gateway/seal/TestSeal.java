package org.commonweal.gateway.seal;

import java.util.List;

/** A seal for tests of what is sealed. */
public final class TestSeal {

    private TestSeal() {}

    /** Seals with the secret, and opens what one of the others has sealed too. */
    public static Seal of(String secret, String... accepted) {
        return new Seal(new SealProperties(secret, List.of(accepted)));
    }
}
