package org.commonweal.purpose.proposals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Finding;
import org.commonweal.purpose.proposals.ProposalResponse.State;
import org.jspecify.annotations.Nullable;

/**
 * What came of a proposal.
 *
 * @param outcome as who proposed it says
 * @param mayState whether the reader says it, and reviews it
 * @param reviewOn when it is looked at again
 * @param reviewDue whether that is awaited now
 * @param reviews the last 20, the newest first
 * @param follows what it goes on from
 * @param followedBy what goes on from it: the last 20, the newest first
 */
@Schema(name = "Aftermath")
public record Aftermath(
        @Nullable Stated outcome,
        boolean mayState,
        @Nullable LocalDate reviewOn,
        boolean reviewDue,
        List<Review> reviews,
        @Nullable Linked follows,
        List<Linked> followedBy) {

    public Aftermath {
        reviews = List.copyOf(reviews);
        followedBy = List.copyOf(followedBy);
    }

    Aftermath toldTo(boolean whoMayState) {
        return new Aftermath(
                outcome, whoMayState, reviewOn, reviewDue, reviews, follows, followedBy);
    }

    /**
     * @param version how often it was said; what If-Match names to say it anew
     * @param earlier what was said before: the last 20, the newest first
     */
    @Schema(name = "StatedOutcome")
    public record Stated(
            long version,
            String statement,
            UUID by,
            UUID organization,
            Instant at,
            List<Earlier> earlier) {

        public Stated {
            earlier = List.copyOf(earlier);
        }

        /** What was said before. */
        @Schema(name = "EarlierOutcome")
        public record Earlier(
                long version, String statement, UUID by, UUID organization, Instant at) {}
    }

    /**
     * A look at what was decided.
     *
     * @param next when it is looked at once more
     * @param followUp the proposal that goes on from it
     */
    @Schema(name = "DecisionReview")
    public record Review(
            UUID id,
            Finding finding,
            String text,
            UUID by,
            UUID organization,
            Instant at,
            @Nullable LocalDate next,
            @Nullable Linked followUp) {}

    /** Another proposal. */
    @Schema(name = "LinkedProposal")
    public record Linked(UUID id, String title, State state) {}
}
