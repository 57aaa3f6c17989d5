package org.commonweal.purpose.wire;

import java.util.UUID;

/** A member drafted a purpose, or changed the draft. */
public record DraftedV1(UUID purpose, String title, long version) {

    public static final String TYPE = "purpose.drafted.v1";
}
