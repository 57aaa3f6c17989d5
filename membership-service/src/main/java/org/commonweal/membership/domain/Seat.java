package org.commonweal.membership.domain;

/** An office that a decision gave to one member: theirs by their own act alone, and until a day. */
public record Seat(State state) {

    /** The member takes up what is offered, or says no; neither needs a reason. */
    public Ruling answer() {
        return state == State.OFFERED ? new Ruling.Possible() : new Ruling.Refused(Refusal.OVER);
    }

    /** Who holds it may lay it down at any time. */
    public Ruling resign() {
        return state == State.HELD ? new Ruling.Possible() : new Ruling.Refused(Refusal.NOT_HELD);
    }

    /** What became of it. */
    public enum State {
        OFFERED,
        HELD,
        DECLINED,
        ENDED
    }

    /** Why it ended. */
    public enum Cause {
        RESIGNED,
        /** By another decision. */
        DECIDED,
        /** Its day was over. */
        EXPIRED,
        LEFT,
        REMOVED,
        FIRM_LEFT,
        SUSPENDED,
        /** The member went to a firm whose people hold as many as one firm may. */
        FIRM_FULL
    }

    /** Whether the act may go on. */
    public sealed interface Ruling {
        record Possible() implements Ruling {}

        record Refused(Refusal reason) implements Ruling {}
    }

    /** Why it may not. */
    public enum Refusal {
        OVER,
        NOT_HELD
    }
}
