package org.commonweal.recognition.pools;

import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.recognition.domain.Entered;

/**
 * What somebody would do with a pool or a deposit.
 *
 * @param key of the command, which is the thing's id when it is written down
 * @param thing the pool or the deposit
 */
record Act(UUID key, String requestHash, Caller caller, Kind kind, UUID thing) {

    /** What is done. */
    enum Kind {
        RECORD(Entered.State.RECORDED),
        CONFIRM(Entered.State.CONFIRMED),
        WITHDRAW(Entered.State.WITHDRAWN);

        private final Entered.State after;

        Kind(Entered.State after) {
            this.after = after;
        }

        Entered.State after() {
            return after;
        }
    }
}
