package org.commonweal.purpose.proposals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.loading.CharterTerms;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as a member reads it: all that a voter needs.
 *
 * @param text of the purpose that it is about, frozen while the ballot is open; no ballot on the
 *     charter has one
 * @param renewal what changes if the purpose is renewed
 * @param conclusion what came of the purpose, if it is to be closed
 * @param charter what changes if the charter is changed
 * @param charterVersion under which it opened and is counted, whatever is decided meanwhile
 * @param quorumPerMillion of that version, as the threshold is
 * @param standingsAsOf the position of the standings from which the electorate was taken
 * @param electorate each firm with one vote, the sponsor like any firm
 */
@Schema(name = "Proposal")
public record ProposalResponse(
        UUID id,
        Kind kind,
        String title,
        @Nullable UUID purpose,
        @Nullable ProposalText text,
        @Nullable Renewal renewal,
        @Nullable String conclusion,
        @Nullable CharterChange charter,
        State state,
        Instant opensAt,
        Instant closesAt,
        long charterVersion,
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

    /** More time for the active purpose. */
    public record Renewal(LocalDate before, LocalDate deadline, String reason) {}

    /** Other terms for the ballots that open after this one is adopted. */
    public record CharterChange(CharterTerms before, CharterTerms after, String reason) {}

    /**
     * A firm's vote as it stands.
     *
     * @param leftAt when the firm left without having voted: it is not counted then
     */
    public record Elector(
            UUID organization,
            @Nullable Choice choice,
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable Instant leftAt) {}

    /**
     * What the reader can do.
     *
     * @param choice how the reader's firm has voted so far
     * @param why what keeps the reader from voting
     */
    public record MyBallot(boolean mayVote, @Nullable Choice choice, @Nullable Obstacle why) {}

    /** Why a reader cannot vote: as the refusal of the same name would say. */
    public enum Obstacle {
        NOT_A_DELEGATE,
        NOT_IN_ELECTORATE,
        BALLOT_CLOSED
    }
}
