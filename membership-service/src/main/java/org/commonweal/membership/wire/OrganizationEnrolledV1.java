package org.commonweal.membership.wire;

import java.util.UUID;

/** An organization is part of the alliance; its people still join by their own act. */
public record OrganizationEnrolledV1(
        UUID organization, String name, String shortName, String colour, String role) {

    public static final String TYPE = "membership.organization-enrolled.v1";
}
