package org.commonweal.membership.wire;

import java.util.UUID;

/** What a member does for the own firm changed: NAMED by it, HANDED_OVER, or by SUCCESSION. */
public record RolesChangedV1(
        UUID person, UUID organization, boolean administrator, boolean delegate, String cause) {

    public static final String TYPE = "membership.roles-changed.v1";
}
