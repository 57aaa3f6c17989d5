package org.commonweal.purpose.drafting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purpose as a member reads it. */
@Schema(name = "Purpose")
record PurposeResponse(
        UUID id,
        String title,
        @Nullable String statement,
        @Nullable String output,
        @Nullable String measure,
        @Nullable LocalDate deadline,
        @Nullable String goal,
        State state,
        long version,
        UUID draftedBy,
        @Nullable Instant ratifiedAt,
        @Nullable Ratification ratifiedBy) {

    enum State {
        DRAFT,
        PROPOSED,
        ACTIVE,
        CLOSED
    }

    /** The ballot that made the purpose active, with its count. */
    record Ratification(UUID proposal, int yes, int no, int abstain, int electorate) {}
}
