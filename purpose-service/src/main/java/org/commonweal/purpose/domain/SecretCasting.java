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
        /** Not by the rule by which it is decided. */
        CHOICE_NOT_OFFERED,
        /** Forged, of another ballot, or of a key that is gone. */
        TOKEN_NOT_VALID
    }

    /**
     * Decides the same for everybody.
     *
     * @param weight of the ballot's key that signed the token; empty when none did
     */
    static SecretCasting decide(
            OptionalInt weight, Choice choice, Method method, Instant closesAt, Instant now) {
        if (!now.isBefore(closesAt)) {
            return new Refused(Refusal.BALLOT_CLOSED);
        }
        if (weight.isEmpty()) {
            return new Refused(Refusal.TOKEN_NOT_VALID);
        }
        return method.offers(choice)
                ? new Cast(weight.getAsInt(), choice)
                : new Refused(Refusal.CHOICE_NOT_OFFERED);
    }
}
