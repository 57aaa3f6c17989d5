package org.commonweal.membership.offices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.membership.domain.Seat;
import org.jspecify.annotations.Nullable;

/**
 * An office of the alliance, as all members see it.
 *
 * @param id of the seat, which is that of the decision that gave it
 * @param organization whose seat it is, or was at the end
 * @param until the last day
 * @param cause why it ended, or null
 * @param endedBy the decision that ended it, or null
 * @param title of the decision that gave it
 */
record OfficeView(
        UUID id,
        String office,
        UUID person,
        UUID organization,
        LocalDate until,
        Seat.State state,
        Seat.@Nullable Cause cause,
        @Nullable UUID endedBy,
        String title,
        Instant offeredAt,
        Instant changedAt) {}
