package org.commonweal.membership.decisions;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Ids;

/**
 * On what something is carried out.
 *
 * @param event the fact that told it
 * @param at when it was adopted
 */
record Mandate(UUID alliance, UUID event, UUID decision, String kind, String title, Instant at) {

    /** Of the n-th fact of the effect: in no service's journal but this one's. */
    UUID fact(int n) {
        return Ids.derived(Ids.ofTransition(decision, "carried-out-by-membership", at), n);
    }
}
