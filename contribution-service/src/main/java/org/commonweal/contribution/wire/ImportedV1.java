package org.commonweal.contribution.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contribution is known from imported history; nothing follows from it. */
public record ImportedV1(
        UUID contribution,
        String externalId,
        String title,
        @Nullable String area,
        UUID author,
        @Nullable UUID organization,
        Instant writtenAt) {

    public static final String TYPE = "contribution.imported.v1";
}
