package org.commonweal.purpose.drafting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.loading.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A purpose as a member reads it.
 *
 * @param overdue whether it is active and its deadline has passed, in the alliance's time zone
 * @param deadlines that were decided, the first one first
 * @param conclusion what came of it, as the ballot says that closed it
 */
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
        @Nullable Decision ratifiedBy,
        boolean overdue,
        List<DecidedDeadline> deadlines,
        @Nullable Instant closedAt,
        @Nullable Decision closedBy,
        @Nullable String conclusion) {

    PurposeResponse {
        deadlines = List.copyOf(deadlines);
    }

    enum State {
        DRAFT,
        PROPOSED,
        ACTIVE,
        CLOSED
    }

    /**
     * A deadline that the firms gave the purpose.
     *
     * @param at when it was decided
     * @param reason of a renewal; the first deadline came with the purpose
     */
    record DecidedDeadline(
            LocalDate deadline, Instant at, @Nullable String reason, Decision decision) {}
}
