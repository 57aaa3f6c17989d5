package org.commonweal.membership.wire;

import java.util.UUID;

/** A firm is called or shown differently from now on. */
public record OrganizationChangedV1(
        UUID organization, String name, String shortName, String colour, String role) {

    public static final String TYPE = "membership.organization-changed.v1";
}
