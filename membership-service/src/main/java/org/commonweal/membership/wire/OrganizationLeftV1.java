package org.commonweal.membership.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm left as a whole; what its people gave stays under its name. Their standings are told one
 * by one before this.
 *
 * @param people how many memberships ended with it, or went on for the other firm
 * @param decision by which the members removed it, or null
 * @param into the firm as which it goes on, or null
 */
public record OrganizationLeftV1(
        UUID organization, long people, @Nullable UUID decision, @Nullable UUID into) {

    public static final String TYPE = "membership.organization-left.v1";
}
