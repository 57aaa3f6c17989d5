package org.commonweal.contribution.domain;

import java.util.Optional;

/**
 * Whether a contribution may be brought along to an alliance that came from the one where it was
 * given (claim B12): its author chooses, alone.
 */
public enum CarryingOver {
    ALLOWED,
    /** The alliance came from no other one. */
    NO_ORIGIN,
    /** There is no such contribution that the person may see there. */
    UNKNOWN,
    /** Somebody else gave it, and that one alone may bring it. */
    ANOTHERS_OWN;

    /**
     * @param hasOrigin whether the alliance came from another one
     * @param author of what was found there, for a person who may see it
     */
    public static CarryingOver decide(
            boolean hasOrigin, Optional<PersonId> author, PersonId person) {
        if (!hasOrigin) {
            return NO_ORIGIN;
        }
        return author.map(given -> given.equals(person) ? ALLOWED : ANOTHERS_OWN).orElse(UNKNOWN);
    }
}
