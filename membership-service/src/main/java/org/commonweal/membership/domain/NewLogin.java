package org.commonweal.membership.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A member goes on with another login of the same firm: the present one is told a code, and the
 * login that brings it through the firm's own provider is the member from then on.
 *
 * @param firm how its people log in today
 * @param until the code counts
 * @param taken whether it was used
 */
public record NewLogin(WayIn firm, Instant until, boolean taken) {

    /** How long a code can be brought. */
    public static final Duration CODE_STANDS_FOR = Duration.ofDays(7);

    /** Whether a code is told to somebody of a firm that logs in this way. */
    public static Answer askedFor(boolean firmHasOwnProvider) {
        return firmHasOwnProvider
                ? new Answer.Possible()
                : new Answer.Refused(Refusal.NO_OWN_PROVIDER);
    }

    /** The login brings the code. */
    public Answer takenOver(Login login, Bearer bearer, Instant now) {
        if (taken) {
            return new Answer.Refused(Refusal.CODE_USED);
        }
        if (!now.isBefore(until)) {
            return new Answer.Refused(Refusal.CODE_EXPIRED);
        }
        if (bearer.samePerson()) {
            return new Answer.Refused(Refusal.SAME_LOGIN);
        }
        if (firm.provider() == null || !login.speaksFor(firm)) {
            return new Answer.Refused(Refusal.OTHER_WAY_IN);
        }
        return bearer.knownAsAnother()
                ? new Answer.Refused(Refusal.KNOWN_AS_ANOTHER)
                : new Answer.Possible();
    }

    /**
     * Who the login has been until now.
     *
     * @param samePerson it is a login by which the person stands in the alliance today
     * @param knownAsAnother it has been somebody else in an alliance
     */
    public record Bearer(boolean samePerson, boolean knownAsAnother) {}

    /** Whether the act may go on. */
    public sealed interface Answer {
        record Possible() implements Answer {}

        record Refused(Refusal reason) implements Answer {}
    }

    /** Why no code is told, or why it is not taken. */
    public enum Refusal {
        NO_OWN_PROVIDER,
        CODE_UNKNOWN,
        CODE_USED,
        CODE_EXPIRED,
        SAME_LOGIN,
        OTHER_WAY_IN,
        KNOWN_AS_ANOTHER
    }
}
