package org.commonweal.purpose.domain;

import java.time.Instant;

/** The decision about what a holder, or a giver, says to a proxy. */
public sealed interface ProxyAnswer {

    /** Kept as this state. */
    record Said(State state) implements ProxyAnswer {}

    record Repeated() implements ProxyAnswer {}

    record Refused(Refusal refusal) implements ProxyAnswer {}

    /** Why not. */
    enum Refusal {
        ID_TAKEN,
        NOT_THE_HOLDER,
        NOT_THE_GIVER,
        HOLDER_FULL,
        OVER
    }

    /** What becomes of a vote that is given. */
    enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        /** Taken back by the giver, or handed back by the holder. */
        REVOKED,
        /** Its time is over, or one of the two is no member any more. */
        ENDED;

        boolean isLive() {
            return this == OFFERED || this == ACCEPTED;
        }
    }

    /**
     * @param said ACCEPTED, DECLINED or REVOKED
     */
    static ProxyAnswer decide(Proxy proxy, Giving.Holder holder, State said, Instant now) {
        if (said != State.REVOKED && !proxy.mine()) {
            return new Refused(Refusal.NOT_THE_HOLDER);
        }
        if (!proxy.mine() && !proxy.given()) {
            return new Refused(Refusal.NOT_THE_GIVER);
        }
        if (!proxy.state().isLive() || !now.isBefore(proxy.until())) {
            return new Refused(Refusal.OVER);
        }
        if (said != State.REVOKED && proxy.state() != State.OFFERED) {
            return new Refused(Refusal.OVER);
        }
        return said == State.ACCEPTED && holder.held() >= holder.most()
                ? new Refused(Refusal.HOLDER_FULL)
                : new Said(said);
    }

    /**
     * @param mine whether it is given to whoever answers
     * @param given whether it is a vote that whoever answers can give
     */
    record Proxy(State state, Instant until, boolean mine, boolean given) {}
}
