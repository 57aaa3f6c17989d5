package org.commonweal.membership.wire;

import java.util.UUID;

/** A role of the firm that one member offers to a colleague, whole: the newest version stands. */
public record HandoverChangedV1(
        UUID handover,
        UUID organization,
        UUID from,
        UUID person,
        String role,
        String state,
        long version) {

    public static final String TYPE = "membership.handover-changed.v1";
}
