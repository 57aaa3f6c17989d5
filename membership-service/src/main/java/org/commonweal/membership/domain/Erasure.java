package org.commonweal.membership.domain;

/** Whether a person is erased: by the own act, confirmed by the own name. */
public sealed interface Erasure {

    record Possible() implements Erasure {}

    record Refused(Refusal reason) implements Erasure {}

    enum Refusal {
        NOT_CONFIRMED
    }

    /** What becomes of the contributions of whoever is erased. */
    enum Work {
        KEEP,
        ERASE
    }

    /**
     * No role holds anybody back: a firm whose last administrator goes has another by succession.
     *
     * @param typed the name, as it was typed again
     */
    static Erasure of(Login login, String typed) {
        return login.name().strip().equalsIgnoreCase(typed.strip())
                ? new Possible()
                : new Refused(Refusal.NOT_CONFIRMED);
    }
}
