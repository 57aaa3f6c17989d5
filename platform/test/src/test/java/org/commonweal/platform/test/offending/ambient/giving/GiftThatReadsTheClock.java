package org.commonweal.platform.test.offending.ambient.giving;

import java.time.Instant;

/** Nobody can choose its time. */
class GiftThatReadsTheClock {
    Instant when() {
        return Instant.now();
    }
}
