package org.commonweal.purpose.leaving;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is open of the reader and the reader's firm, and what becomes of it by which rule.
 *
 * @param goals of the active purpose that people of the reader's firm own; they stay as they are,
 *     and nobody else can check in on them
 */
@Schema(name = "LeavingCommitments")
record LeavingResponse(List<OpenBallot> ballots, List<OwnedGoal> goals) {

    LeavingResponse {
        ballots = List.copyOf(ballots);
        goals = List.copyOf(goals);
    }

    /**
     * An open ballot in whose electorate the reader's firm is.
     *
     * @param alone what becomes of the firm's vote when the reader leaves alone
     * @param together what becomes of it when the whole firm leaves
     */
    @Schema(name = "LeavingBallot")
    record OpenBallot(
            UUID proposal, String title, Instant closesAt, Settlement alone, Settlement together) {}

    /** The rules by which a vote is settled. */
    @Schema(name = "VoteSettlement")
    enum Settlement {
        /** It was cast by the rules, and stays as it is. */
        COUNTS,
        /** A delegate of the firm can still cast it; a firm with people always has one. */
        OTHERS_CAST_IT,
        /** It was not cast, and nobody of the firm is left to; the firm is still counted. */
        STAYS_UNCAST,
        /** It was not cast; the firm leaves the denominator. */
        NOT_WAITED_FOR
    }

    @Schema(name = "LeavingGoal")
    record OwnedGoal(UUID goal, String title, LocalDate due, UUID owner) {}
}
