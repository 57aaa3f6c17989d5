package org.commonweal.contribution.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contribution is known from imported history; nothing follows from it.
 *
 * @param handledBy who passed it on
 */
public record ImportedV1(
        UUID contribution,
        String externalId,
        String title,
        @Nullable String area,
        UUID author,
        @Nullable UUID organization,
        Instant writtenAt,
        List<HandlerV1> handledBy) {

    public static final String TYPE = "contribution.imported.v1";

    public ImportedV1 {
        handledBy = List.copyOf(handledBy);
    }

    /** Somebody who passed it on, and for whom. */
    public record HandlerV1(UUID person, @Nullable UUID organization) {}
}
