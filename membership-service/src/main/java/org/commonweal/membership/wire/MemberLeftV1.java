package org.commonweal.membership.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership ended: LEFT by the own act, REMOVED by the own firm or by a decision.
 *
 * @param decision null where it was none
 */
public record MemberLeftV1(UUID person, UUID organization, String how, @Nullable UUID decision) {

    public static final String TYPE = "membership.member-left.v1";
}
