package org.commonweal.recognition.domain;

/**
 * What a delegate has written down for the own organization: a pool, or a deposit in one. It counts
 * when a delegate of another organization has confirmed it, and never by its own author.
 */
public record Entered(OrganizationId organization, PersonId by, State state) {

    public Ruling confirm(Official official) {
        if (!official.delegate()) {
            return new Ruling.Refused(Refusal.NOT_A_DELEGATE);
        }
        if (official.organization().equals(organization) || official.person().equals(by)) {
            return new Ruling.Refused(Refusal.OWN_ENTRY);
        }
        return waiting();
    }

    /** A delegate of the organization that is to pay takes it back. */
    public Ruling withdraw(Official official) {
        if (!official.organization().equals(organization)) {
            return new Ruling.Refused(Refusal.OTHER_FIRM);
        }
        return official.delegate() ? waiting() : new Ruling.Refused(Refusal.NOT_A_DELEGATE);
    }

    private Ruling waiting() {
        return state == State.RECORDED
                ? new Ruling.Possible()
                : new Ruling.Refused(Refusal.NOT_WAITING);
    }

    /** Who acts, and for whom. */
    public record Official(PersonId person, OrganizationId organization, boolean delegate) {

        /** Writes a pool down. */
        public Ruling enter() {
            return delegate ? new Ruling.Possible() : new Ruling.Refused(Refusal.NOT_A_DELEGATE);
        }

        /** Writes a deposit down, in a pool of this state. */
        public Ruling enter(State pool) {
            return delegate && pool != State.CONFIRMED
                    ? new Ruling.Refused(Refusal.POOL_NOT_OPEN)
                    : enter();
        }
    }

    /** How far it is. */
    public enum State {
        RECORDED,
        CONFIRMED,
        WITHDRAWN
    }

    /** Whether the act may go on. */
    public sealed interface Ruling {
        record Possible() implements Ruling {}

        record Refused(Refusal reason) implements Ruling {}
    }

    /** Why it may not. */
    public enum Refusal {
        NOT_A_DELEGATE,
        OWN_ENTRY,
        OTHER_FIRM,
        NOT_WAITING,
        POOL_NOT_OPEN
    }
}
