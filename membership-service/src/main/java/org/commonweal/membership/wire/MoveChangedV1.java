package org.commonweal.membership.wire;

import java.util.UUID;

/** What became of a firm's offer to a member of another one; told to the person and the offerer. */
public record MoveChangedV1(UUID move, UUID person, UUID organization, String state) {

    public static final String TYPE = "membership.move-changed.v1";
}
