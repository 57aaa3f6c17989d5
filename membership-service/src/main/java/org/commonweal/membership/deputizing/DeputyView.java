package org.commonweal.membership.deputizing;

import java.time.Instant;
import java.util.UUID;

/** Who stands in for whom, as the people of the firm see it. */
record DeputyView(
        UUID id,
        UUID organization,
        UUID delegate,
        UUID person,
        Instant from,
        Instant until,
        State state,
        Instant changedAt) {

    enum State {
        NAMED,
        ACCEPTED,
        DECLINED,
        ENDED,
        PASSED
    }
}
