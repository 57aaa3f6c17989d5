package org.commonweal.membership.wire;

import java.util.UUID;

/** A membership ended: LEFT by the own act, REMOVED by the own firm. */
public record MemberLeftV1(UUID person, UUID organization, String how) {

    public static final String TYPE = "membership.member-left.v1";
}
