package org.commonweal.membership.bodies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm as the members of the alliance see it.
 *
 * @param leavesAt when the last day is over that the firm has said, or null
 * @param officials its administrators and delegates
 * @param inner what its own people see besides, or null for everybody else
 */
record BodyView(
        UUID id,
        String name,
        String shortName,
        String colour,
        String role,
        long members,
        Instant enrolledAt,
        @Nullable Instant leftAt,
        @Nullable Instant leavesAt,
        List<OfficialView> officials,
        @Nullable InnerView inner) {

    BodyView {
        officials = List.copyOf(officials);
    }

    record OfficialView(UUID person, boolean administrator, boolean delegate) {}

    /**
     * @param seats how many people the firm may have here, or null for as many as come
     * @param openInvitations how many invitations for the firm wait for their answer
     * @param administrator whether the reader administers the firm
     */
    record InnerView(@Nullable Integer seats, long openInvitations, boolean administrator) {}
}
