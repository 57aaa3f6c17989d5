package org.commonweal.purpose.domain;

import java.time.Instant;
import java.util.OptionalInt;

/** The decision about one vote that nobody's name comes with. */
public sealed interface SecretCasting {

    /**
     * @param weight of the token's key, in millionths of a vote
     */
    record Cast(int weight, Choice choice) implements SecretCasting {}

    record Refused(Refusal refusal) implements SecretCasting {}

    /** Why a vote is not put into the box. */
    enum Refusal {
        BALLOT_CLOSED,
        /** Forged, of another ballot, or of a key that is gone. */
        TOKEN_NOT_VALID
    }

    /**
     * Decides the same for everybody.
     *
     * @param weight of the ballot's key that signed the token; empty when none did
     */
    static SecretCasting decide(OptionalInt weight, Choice choice, Instant closesAt, Instant now) {
        if (!now.isBefore(closesAt)) {
            return new Refused(Refusal.BALLOT_CLOSED);
        }
        return weight.isPresent()
                ? new Cast(weight.getAsInt(), choice)
                : new Refused(Refusal.TOKEN_NOT_VALID);
    }
}
