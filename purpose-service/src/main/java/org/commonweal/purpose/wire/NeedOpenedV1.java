package org.commonweal.purpose.wire;

import java.time.Instant;
import java.util.UUID;

/** Something is needed of one person; told to that person alone, and naming nobody. */
public record NeedOpenedV1(
        UUID need, UUID person, String why, Instant due, Link link, String title) {

    public static final String TYPE = "purpose.need-opened.v1";

    /** Where to do it. */
    public record Link(String kind, UUID id) {}
}
