package org.commonweal.membership.wire;

import java.util.UUID;

/** A firm's directory got a new token; the one before it is worth nothing any more. */
public record ScimTokenMadeV1(UUID organization) {

    public static final String TYPE = "membership.scim-token-made.v1";
}
