package org.commonweal.recognition.domain;

/**
 * What a delegate has written down for the own organization: a pool, or a deposit in one. It counts
 * when a delegate of another organization has confirmed it, and never by its own author.
 *
 * @param present whether anybody of the organization is still here to stand for it
 */
public record Entered(OrganizationId organization, PersonId by, State state, boolean present) {

    public Ruling confirm(Official official) {
        if (!official.delegate()) {
            return new Ruling.Refused(Refusal.NOT_A_DELEGATE);
        }
        if (official.organization().equals(organization) || official.person().equals(by)) {
            return new Ruling.Refused(Refusal.OWN_ENTRY);
        }
        return present || state != State.RECORDED
                ? waiting()
                : new Ruling.Refused(Refusal.FIRM_GONE);
    }

    /**
     * A delegate of the organization that is to pay takes it back; where nobody of it is left, any
     * delegate does.
     */
    public Ruling withdraw(Official official) {
        if (present && !official.organization().equals(organization)) {
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
        FIRM_GONE,
        NOT_WAITING,
        POOL_NOT_OPEN
    }
}
