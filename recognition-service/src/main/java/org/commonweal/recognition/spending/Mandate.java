package org.commonweal.recognition.spending;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Ids;

/**
 * On what something is paid.
 *
 * @param event the fact that told it
 * @param at when it was adopted
 */
record Mandate(UUID alliance, UUID event, UUID decision, String title, Instant at) {

    /** The payment, and the base of what is told: of no service but this one. */
    UUID transaction() {
        return Ids.ofTransition(decision, "paid-by-recognition", at);
    }

    UUID fact(int n) {
        return Ids.derived(transaction(), n);
    }
}
