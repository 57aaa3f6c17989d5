package org.commonweal.membership.wire;

import java.util.UUID;

/** A member works for a second firm besides from now on, by the own act. */
public record MemberSecondedV1(UUID person, UUID home, UUID organization, UUID secondment) {

    public static final String TYPE = "membership.member-seconded.v1";
}
