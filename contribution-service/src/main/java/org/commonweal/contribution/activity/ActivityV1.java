package org.commonweal.contribution.activity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened in the alliance.
 *
 * @param type of the event, e.g. {@code contribution.submitted.v1}
 * @param actor who did it; absent where the clock did
 * @param detail a few fields of the event, by its type
 */
@Schema(name = "Activity")
record ActivityV1(
        UUID id,
        String type,
        Instant at,
        @Nullable UUID actor,
        @Nullable UUID organization,
        UUID subject,
        @Nullable String title,
        LinkV1 link,
        @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
                JsonNode detail) {

    /** Where it can be seen. */
    @Schema(name = "ActivityLink")
    record LinkV1(String kind, UUID id) {}
}
