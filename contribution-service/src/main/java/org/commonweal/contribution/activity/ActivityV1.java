package org.commonweal.contribution.activity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the alliance.
 *
 * @param type of the event, e.g. {@code contribution.submitted.v1}
 * @param actor who did it; absent where the clock did
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
        DetailV1 detail) {

    /** Where it can be seen. */
    @Schema(name = "ActivityLink")
    record LinkV1(String kind, UUID id) {}

    /** A few fields of the event; which ones depends on its type, see {@link Telling}. */
    @Schema(name = "ActivityDetail")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DetailV1(
            @Nullable UUID author,
            @Nullable UUID organization,
            @Nullable UUID to,
            @Nullable Boolean first,
            @Nullable String kind,
            @Nullable String area,
            @Nullable UUID goal,
            @Nullable Boolean delegate,
            @Nullable String how,
            @Nullable Instant closesAt,
            @Nullable String choice,
            @Nullable String outcome,
            @Nullable Number yes,
            @Nullable Number no,
            @Nullable Number abstain,
            @Nullable Number electorate,
            @Nullable LocalDate before,
            @Nullable LocalDate deadline,
            @Nullable String unit,
            @Nullable String target,
            @Nullable LocalDate due,
            @Nullable String value,
            @Nullable LocalDate on,
            @Nullable Integer version,
            @Nullable Integer people,
            @Nullable LocalDate lastDay,
            @Nullable UUID into,
            @Nullable String office,
            @Nullable String state,
            @Nullable String cause,
            @Nullable String refusal,
            @Nullable String name,
            @Nullable Number amountMinor,
            @Nullable String currency,
            @Nullable UUID person) {}
}
