package org.commonweal.membership.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something is needed of one person, who alone is told. */
public record NeedOpenedV1(
        UUID need, UUID person, String why, @Nullable Instant due, LinkV1 link, String title) {

    public static final String TYPE = "membership.need-opened.v1";

    /** Where the need can be met. */
    public record LinkV1(String kind, UUID id) {}
}
