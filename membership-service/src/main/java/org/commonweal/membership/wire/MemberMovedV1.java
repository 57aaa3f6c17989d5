package org.commonweal.membership.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member works for another firm from now on.
 *
 * @param move the offer that was taken up by the own act, or null
 * @param merger by which the firm itself goes on as the other, or null
 */
public record MemberMovedV1(
        UUID person, UUID from, UUID organization, @Nullable UUID move, @Nullable UUID merger) {

    public static final String TYPE = "membership.member-moved.v1";
}
