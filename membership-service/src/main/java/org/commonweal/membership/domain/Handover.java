package org.commonweal.membership.domain;

/**
 * A role of the firm that one member gives to a named colleague (claims A29 and C8): offered by who
 * has it, and the colleague's by the colleague's own act alone.
 */
public record Handover(PersonId from, PersonId person, State state) {

    /**
     * What is known when somebody offers a role.
     *
     * @param held whether who offers has it
     * @param colleague what the other member of the same firm is and does, or NOBODY
     * @param offered whether it is offered to somebody already
     */
    public record Draft(boolean held, Colleague colleague, boolean offered) {

        public Ruling offer() {
            if (!held) {
                return new Ruling.Refused(Refusal.ROLE_NOT_HELD);
            }
            var ruling = colleague.take();
            if (ruling instanceof Ruling.Possible && offered) {
                return new Ruling.Refused(Refusal.OFFERED);
            }
            return ruling;
        }
    }

    /** Who is named, as they are now. */
    public enum Colleague {
        /** Not another active person of the firm. */
        NOBODY,
        /** Of the firm, and of a class that holds no office. */
        NO_MEMBER,
        /** Has the role. */
        HOLDS_IT,
        FREE;

        private Ruling take() {
            return switch (this) {
                case NOBODY -> new Ruling.Refused(Refusal.NO_COLLEAGUE);
                case NO_MEMBER -> new Ruling.Refused(Refusal.CLASS_NOT_ALLOWED);
                case HOLDS_IT -> new Ruling.Refused(Refusal.HOLDS_IT);
                case FREE -> new Ruling.Possible();
            };
        }
    }

    /**
     * Only who was named takes it up, and only as long as there is something to take up.
     *
     * @param held whether who offered it still has it
     */
    public Ruling accept(PersonId by, boolean held, Colleague colleague) {
        var ruling = decline(by);
        if (ruling instanceof Ruling.Refused) {
            return ruling;
        }
        return held ? colleague.take() : new Ruling.Refused(Refusal.ROLE_GONE);
    }

    public Ruling decline(PersonId by) {
        return by.equals(person) ? open() : new Ruling.Refused(Refusal.NOT_NAMED);
    }

    /** Who has offered it thinks better of it. */
    public Ruling withdraw(PersonId by) {
        return by.equals(from) ? open() : new Ruling.Refused(Refusal.NOT_NAMED);
    }

    private Ruling open() {
        return state == State.OFFERED ? new Ruling.Possible() : new Ruling.Refused(Refusal.OVER);
    }

    /** Whether the act may go on. */
    public sealed interface Ruling {
        record Possible() implements Ruling {}

        record Refused(Refusal reason) implements Ruling {}
    }

    /** What somebody does for the own firm: look after it, or vote for it. */
    public enum Role {
        ADMINISTRATOR,
        DELEGATE
    }

    /** What became of it. */
    public enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        /** One of the two has gone before it was answered. */
        LAPSED
    }

    /** Why a role is not offered, or not taken up. */
    public enum Refusal {
        ROLE_NOT_HELD,
        ROLE_GONE,
        NO_COLLEAGUE,
        CLASS_NOT_ALLOWED,
        HOLDS_IT,
        OFFERED,
        NOT_NAMED,
        OVER
    }
}
