package org.commonweal.purpose.wire;

import java.util.UUID;

/** The active purpose is over by an adopted ballot. */
public record ClosedV1(UUID purpose, String title, UUID proposal) {

    public static final String TYPE = "purpose.closed.v1";
}
