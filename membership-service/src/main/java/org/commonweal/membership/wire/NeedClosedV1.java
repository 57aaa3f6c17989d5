package org.commonweal.membership.wire;

import java.util.UUID;

/** It is no longer needed of that person. */
public record NeedClosedV1(UUID need, UUID person) {

    public static final String TYPE = "membership.need-closed.v1";
}
