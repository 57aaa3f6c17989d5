package org.commonweal.contribution.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contribution in a list: all but its text and its answers. */
@Schema(name = "ContributionLine")
record ContributionLineV1(
        UUID id,
        @Nullable UUID goal,
        @Schema(allowableValues = {"PIECE", "QUESTION", "ANSWER", "HELP"}) String kind,
        String title,
        UUID author,
        @Nullable UUID organization,
        @Schema(allowableValues = {"OPEN", "ACKNOWLEDGED", "DECLINED", "HISTORICAL"}) String state,
        Instant submittedAt,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant escalatedAt,
        @Nullable String area) {}
