package org.commonweal.contribution.needs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is needed of the caller, with the reason why it must be them. */
@Schema(name = "Need")
record NeedV1(
        UUID id,
        String why,
        String title,
        @Nullable Instant due,
        LinkV1 link,
        Instant openedAt,
        String service) {

    /** Where the need can be met. */
    @Schema(name = "NeedLink")
    record LinkV1(String kind, UUID id) {}
}
