package org.commonweal.membership.wire;

import java.util.UUID;

/**
 * A firm left as a whole; what its people gave stays under its name. Their standings are told one
 * by one before this.
 *
 * @param people how many memberships ended with it
 */
public record OrganizationLeftV1(UUID organization, long people) {

    public static final String TYPE = "membership.organization-left.v1";
}
