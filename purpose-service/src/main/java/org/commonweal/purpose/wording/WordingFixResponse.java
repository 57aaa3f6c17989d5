package org.commonweal.purpose.wording;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other words for a purpose, as a member reads them.
 *
 * @param before what it said when they were proposed
 * @param until when they are in force unless somebody calls them a major change
 * @param settledAt when they came in force, were called major, or lost what they were about
 * @param challengeReason absent of somebody whose words are erased
 */
@Schema(name = "WordingFix")
record WordingFixResponse(
        UUID id,
        UUID purpose,
        PurposeWords before,
        PurposeWords after,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        Instant until,
        State state,
        @Nullable Instant settledAt,
        @Nullable UUID challengedBy,
        @Nullable String challengeReason) {

    @Schema(name = "WordingFixState")
    enum State {
        OPEN,
        IN_FORCE,
        CHALLENGED,
        /** The purpose was closed before the window was over. */
        LAPSED
    }

    /** What a purpose says, without its time. */
    @Schema(name = "PurposeWords")
    record PurposeWords(
            String title,
            @Nullable String statement,
            @Nullable String output,
            @Nullable String measure,
            @Nullable String goal) {}
}
