package org.commonweal.purpose.proposals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as a member reads it: all that a voter needs.
 *
 * @param text what is voted on, frozen while the ballot is open
 * @param standingsAsOf the position of the standings from which the electorate was taken
 * @param electorate each firm with one vote, the sponsor like any firm
 */
@Schema(name = "Proposal")
public record ProposalResponse(
        UUID id,
        Kind kind,
        String title,
        UUID purpose,
        ProposalText text,
        State state,
        Instant opensAt,
        Instant closesAt,
        int quorumPerMillion,
        int thresholdPerMillion,
        Instant standingsAsOf,
        List<Elector> electorate,
        int yes,
        int no,
        int abstain,
        MyBallot mine) {

    public ProposalResponse {
        electorate = List.copyOf(electorate);
    }

    /** What is decided. */
    public enum Kind {
        RATIFY_PURPOSE
    }

    /** Open until it is counted, then its outcome. */
    public enum State {
        OPEN,
        ADOPTED,
        REJECTED,
        NO_QUORUM
    }

    /** The parts of the purpose that would become binding. */
    public record ProposalText(
            @Nullable String statement,
            @Nullable String output,
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable String goal) {}

    /** A firm's vote as it stands. */
    public record Elector(
            UUID organization, @Nullable Choice choice, @Nullable UUID by, @Nullable Instant at) {}

    /**
     * What the reader can do.
     *
     * @param choice how the reader's firm has voted so far
     * @param why what keeps the reader from voting, in words
     */
    public record MyBallot(boolean mayVote, @Nullable Choice choice, @Nullable String why) {}
}
