package org.commonweal.purpose.domain;

import java.time.LocalDate;

/** The decision about saying where a goal stands. */
public sealed interface CheckingIn {

    record Kept() implements CheckingIn {}

    /** The same command was carried out before. */
    record Repeated() implements CheckingIn {}

    record Refused(Refusal refusal) implements CheckingIn {}

    /** Why a value is not taken. */
    enum Refusal {
        ID_TAKEN,
        CLASS_NOT_ALLOWED,
        NOT_THE_OWNER,
        PURPOSE_CLOSED,
        IN_THE_FUTURE
    }

    /**
     * Only the owner answers for the value, and only for days that have begun.
     *
     * @param over whether the purpose that the goal served is closed
     */
    static CheckingIn decide(
            PersonId owner, boolean over, PersonId by, LocalDate on, LocalDate today) {
        if (!owner.equals(by)) {
            return new Refused(Refusal.NOT_THE_OWNER);
        }
        if (over) {
            return new Refused(Refusal.PURPOSE_CLOSED);
        }
        return on.isAfter(today) ? new Refused(Refusal.IN_THE_FUTURE) : new Kept();
    }
}
