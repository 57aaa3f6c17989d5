package org.commonweal.membership.wire;

import java.util.UUID;

/** A member works for another firm from now on, by the own act. */
public record MemberMovedV1(UUID person, UUID from, UUID organization, UUID move) {

    public static final String TYPE = "membership.member-moved.v1";
}
