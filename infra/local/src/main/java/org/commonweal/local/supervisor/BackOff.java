package org.commonweal.local.supervisor;

import java.time.Duration;

/** How long to wait before a part that ended is started again: each time twice as long. */
final class BackOff {

    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofSeconds(30);

    /** A part that served this long starts again with the shortest wait. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private Duration next = MIN;

    Duration after(Duration served) {
        var now = served.compareTo(STEADY) > 0 ? MIN : next;
        var twice = now.multipliedBy(2);
        next = twice.compareTo(MAX) > 0 ? MAX : twice;
        return now;
    }
}
