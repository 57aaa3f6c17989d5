package org.commonweal.membership.wire;

import java.util.UUID;

/** An organization of an imported history. */
public record OrganizationImportedV1(UUID organization, String name) {

    public static final String TYPE = "membership.organization-imported.v1";
}
