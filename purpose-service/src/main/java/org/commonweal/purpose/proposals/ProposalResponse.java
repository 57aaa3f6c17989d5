package org.commonweal.purpose.proposals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.domain.Stage;
import org.commonweal.purpose.loading.Count;
import org.commonweal.purpose.loading.MarksDocument;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.OrderDocument;
import org.commonweal.purpose.loading.QuestionDocument;
import org.commonweal.purpose.loading.QuestionResult;
import org.commonweal.purpose.loading.RulebookDocument;
import org.commonweal.purpose.loading.RulebookDocument.RuleDocument;
import org.commonweal.purpose.loading.RulesChangeDocument;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as a member reads it: all that a voter needs.
 *
 * @param text of the purpose that it is about, frozen while the ballot is open; what is on no
 *     purpose has none
 * @param renewal what changes if the purpose is renewed
 * @param conclusion what came of the purpose, if it is to be closed
 * @param rules what changes if the rulebook is changed
 * @param question what is asked
 * @param textVersion of what is talked about, or was put to the vote
 * @param blocking the blocking concerns that nobody has resolved; they stand on the ballot
 * @param stage that the alliance would enter
 * @param order what another service carries out if it passes
 * @param approval by whom the sponsor decided it alone, where the rulebook leaves it to the sponsor
 * @param execution what became of the order once it was adopted
 * @param dialogue what comes before the ballot; what was put to the vote at once has none
 * @param opensAt when its ballot opened, as the others of the ballot null before
 * @param rule by which it is decided: that of the rulebook's version under which the ballot opened
 * @param standingsAsOf the position of the standings from which the electorate was taken
 * @param electorate everybody with a vote, the sponsor like any firm; the first 500 of them
 * @param electors how many there are in all
 * @param count what stands now, or stood at the close; null while it is hidden
 * @param result what a question with options came to; null before its ballot is closed
 * @param held votes of others that the reader holds on it
 * @param aftermath what came of it, and what it goes on from
 */
@Schema(name = "Proposal")
public record ProposalResponse(
        UUID id,
        Kind kind,
        Matter matter,
        String title,
        long version,
        UUID by,
        @Nullable UUID purpose,
        @Nullable ProposalText text,
        @Nullable Renewal renewal,
        @Nullable String conclusion,
        @Nullable RulesProposed rules,
        @Nullable QuestionDocument question,
        @Nullable StageProposed stage,
        @Nullable Ordered order,
        @Nullable Approval approval,
        @Nullable Execution execution,
        State state,
        int textVersion,
        List<BlockingConcern> blocking,
        @Nullable Dialogue dialogue,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        long rulebookVersion,
        RuleDocument rule,
        @Nullable Instant standingsAsOf,
        List<Elector> electorate,
        int electors,
        @Nullable Count count,
        @Nullable QuestionResult result,
        Secrecy secrecy,
        MyBallot mine,
        List<HeldVote> held,
        Aftermath aftermath) {

    public ProposalResponse {
        blocking = List.copyOf(blocking);
        held = List.copyOf(held);
        electorate = List.copyOf(electorate);
    }

    /** What somebody could not live with. */
    @Schema(name = "BlockingConcern")
    public record BlockingConcern(UUID id, UUID person, UUID organization, String words) {}

    /** Talked about, then open until it is counted, then its outcome. */
    @Schema(name = "ProposalState")
    public enum State {
        DIALOGUE,
        OPEN,
        ADOPTED,
        REJECTED,
        NO_QUORUM,
        WITHDRAWN,
        EXPIRED
    }

    /** The parts of the purpose that would become binding. */
    public record ProposalText(
            @Nullable String statement,
            @Nullable String output,
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable String goal) {}

    /** More time for the active purpose; the deadline before is frozen when the ballot opens. */
    public record Renewal(@Nullable LocalDate before, LocalDate deadline, String reason) {}

    /**
     * Other rules for what is decided after this is adopted.
     *
     * @param change what was asked for
     * @param before the rulebook that it changes
     * @param after what that would be
     */
    public record RulesProposed(
            RulesChangeDocument change,
            RulebookDocument before,
            RulebookDocument after,
            String reason) {}

    /** What is to be carried out, and why. */
    public record Ordered(OrderDocument what, String reason) {}

    /** Decided without a ballot, as the rulebook then said. */
    public record Approval(UUID person, UUID organization, Instant at) {}

    /**
     * Carried out by the service whose matter it is, or not.
     *
     * @param refusal a code for programs, where it was not
     * @param detail the same for people
     * @param at since when it is so
     */
    public record Execution(
            ExecutionState state, @Nullable String refusal, @Nullable String detail, Instant at) {}

    /** Awaited, then done or not. */
    @Schema(name = "ExecutionState")
    public enum ExecutionState {
        PENDING,
        DONE,
        REFUSED
    }

    /**
     * A stage of the alliance's life.
     *
     * @param before frozen when the ballot opens
     * @param reason why; of the end what came of it
     */
    public record StageProposed(@Nullable Stage before, Stage stage, String reason) {}

    /**
     * @param ballotFrom when the rulebook lets its ballot open at the earliest
     * @param voices how many firms have said something
     * @param voicesNeeded how many the rulebook asks for; of a small alliance no more than it has
     * @param staleAt when it is over if it comes to no ballot
     */
    @Schema(name = "Dialogue")
    public record Dialogue(
            Instant since,
            Instant ballotFrom,
            int voices,
            int voicesNeeded,
            @Nullable Instant staleAt) {}

    /**
     * A vote as it stands.
     *
     * @param person where persons vote; the firm is that of the day of the opening
     * @param weight in votes
     * @param reason why not, where somebody said it
     * @param leftAt when the elector left without having voted: it is not counted then
     * @param recusedAt when the elector left the ballot to the others: it is not counted then
     * @param recusal why
     * @param proxy by which somebody else cast it
     * @param split shares per million, where the firm's people are of different minds
     */
    @Schema(name = "Elector")
    public record Elector(
            UUID organization,
            @Nullable UUID person,
            BigDecimal weight,
            @Nullable Choice choice,
            @Nullable String reason,
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable Instant leftAt,
            @Nullable Instant recusedAt,
            @Nullable String recusal,
            @Nullable UUID proxy,
            @Nullable Map<Choice, Integer> split) {}

    /**
     * A vote of another.
     *
     * @param person null where it is a firm's
     * @param castByItsOwn whether its owner has voted: that stands
     */
    @Schema(name = "HeldVote")
    public record HeldVote(
            UUID voter,
            UUID organization,
            @Nullable UUID person,
            @Nullable Choice choice,
            boolean castByItsOwn) {}

    /**
     * What the reader can do.
     *
     * @param choice how the reader, or the reader's firm, has voted so far
     * @param marks what was marked of a question's options
     * @param why what keeps the reader from voting
     * @param weight of the own vote, in votes; null for who is no elector
     * @param paper whether a voting paper was signed for the own vote
     */
    @Schema(name = "MyBallot")
    public record MyBallot(
            boolean mayVote,
            @Nullable Choice choice,
            @Nullable String reason,
            @Nullable MarksDocument marks,
            @Nullable Obstacle why,
            @Nullable BigDecimal weight,
            boolean paper) {}

    /**
     * What the ballot keeps to itself.
     *
     * @param hidden whether nobody sees a count or a choice before the close
     * @param anonymous whether nobody ever sees whose vote is which
     * @param papers for how many electors a voting paper was signed
     * @param keys that sign them, one for each weight of a vote
     */
    @Schema(name = "Secrecy")
    public record Secrecy(boolean hidden, boolean anonymous, int papers, List<PaperKey> keys) {

        public Secrecy {
            keys = List.copyOf(keys);
        }

        /**
         * A public key: RSA with the exponent 65,537.
         *
         * @param weight in votes
         * @param modulus unsigned, most significant byte first, in base64url
         */
        @Schema(name = "PaperKey")
        public record PaperKey(BigDecimal weight, String modulus) {}
    }

    /** Why a reader cannot vote: as the refusal of the same name would say. */
    public enum Obstacle {
        NOT_A_DELEGATE,
        NOT_IN_ELECTORATE,
        RECUSED,
        BALLOT_NOT_OPEN,
        BALLOT_CLOSED
    }
}
