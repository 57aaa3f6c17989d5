package org.commonweal.membership.handing;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Handover;

/**
 * A role of the firm that one offers to the other, as the two see it.
 *
 * @param from who gives it
 * @param person who is asked to take it
 */
record HandoverView(
        UUID id,
        UUID organization,
        UUID from,
        UUID person,
        Handover.Role role,
        Handover.State state,
        Instant offeredAt,
        Instant changedAt) {}
