package org.commonweal.purpose.wire;

import java.util.UUID;

/** It is no longer needed of that person. */
public record NeedClosedV1(UUID need, UUID person) {

    public static final String TYPE = "purpose.need-closed.v1";
}
