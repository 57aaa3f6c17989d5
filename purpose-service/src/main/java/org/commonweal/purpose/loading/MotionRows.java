package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.domain.Order;
import org.commonweal.purpose.domain.Purpose;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.domain.poll.Poll;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a row of the table {@code proposal} proposes. */
@Component
public class MotionRows {

    /**
     * What {@link #wish} reads, and {@link #motion} beside the purpose and the rulebook; of the
     * table aliased {@code b}.
     */
    public static final String COLUMNS =
            """
            , b.kind, b.purpose_id, b.title AS motion_title, CAST(b.content AS text) AS content
            """;

    private final JsonMapper json;
    private final RulebookRows rulebooks;

    MotionRows(JsonMapper json, RulebookRows rulebooks) {
        this.json = json;
        this.rulebooks = rulebooks;
    }

    /** The name of a motion's kind, in the table as to clients. */
    public enum Kind {
        RATIFY_PURPOSE(Matter.PURPOSE),
        RENEW_PURPOSE(Matter.PURPOSE),
        CLOSE_PURPOSE(Matter.PURPOSE),
        CHANGE_RULES(Matter.RULES),
        ADMIT_ORGANIZATION(Matter.MEMBERSHIP),
        REMOVE_ORGANIZATION(Matter.MEMBERSHIP),
        REMOVE_MEMBER(Matter.MEMBERSHIP),
        GIVE_OFFICE(Matter.OFFICES),
        END_OFFICE(Matter.OFFICES),
        SPEND(Matter.MONEY),
        QUESTION(Matter.QUESTION),
        CHANGE_STAGE(Matter.STAGE);

        private final Matter matter;

        Kind(Matter matter) {
            this.matter = matter;
        }

        public Matter matter() {
            return matter;
        }

        public static Kind of(Motion motion) {
            return switch (motion) {
                case Motion.RatifyPurpose _ -> RATIFY_PURPOSE;
                case Motion.RenewPurpose _ -> RENEW_PURPOSE;
                case Motion.ClosePurpose _ -> CLOSE_PURPOSE;
                case Motion.ChangeRules _ -> CHANGE_RULES;
                case Motion.AskQuestion _ -> QUESTION;
                case Motion.ChangeStage _ -> CHANGE_STAGE;
                case Motion.GiveOrder(var order, _, _) -> of(order);
            };
        }

        public static Kind of(Order order) {
            return switch (order) {
                case Order.AdmitOrganization _ -> ADMIT_ORGANIZATION;
                case Order.RemoveOrganization _ -> REMOVE_ORGANIZATION;
                case Order.RemoveMember _ -> REMOVE_MEMBER;
                case Order.GiveOffice _ -> GIVE_OFFICE;
                case Order.EndOffice _ -> END_OFFICE;
                case Order.Spend _ -> SPEND;
            };
        }

        public static Kind of(Wish wish) {
            return switch (wish) {
                case Wish.RatifyPurpose _ -> RATIFY_PURPOSE;
                case Wish.RenewPurpose _ -> RENEW_PURPOSE;
                case Wish.ClosePurpose _ -> CLOSE_PURPOSE;
                case Wish.ChangeRules _ -> CHANGE_RULES;
                case Wish.AskQuestion _ -> QUESTION;
                case Wish.ChangeStage _ -> CHANGE_STAGE;
                case Wish.GiveOrder(var order, _, _) -> of(order);
            };
        }
    }

    public static Kind kind(Readable row) {
        return Kind.valueOf(Columns.of(row, "kind", String.class));
    }

    public ProposalContent content(Readable row) {
        return json.readValue(Columns.of(row, "content", String.class), ProposalContent.class);
    }

    /** What there is to choose from; empty for what is decided by yes and no. */
    public Optional<Poll> poll(Readable row) {
        var question = content(row).question();
        return question == null ? Optional.empty() : question.question(title(row)).poll();
    }

    /** The value of the column {@code content}. */
    public String json(ProposalContent content) {
        return json.writeValueAsString(content);
    }

    /** What a draft says, as its dialogue keeps it. */
    public String json(ProposalContent.DraftText text) {
        return json.writeValueAsString(text);
    }

    /** What is talked about, before it is voted on. */
    public Wish wish(Readable row) {
        var content = content(row);
        return switch (kind(row)) {
            case RATIFY_PURPOSE -> new Wish.RatifyPurpose(about(row));
            case RENEW_PURPOSE ->
                    new Wish.RenewPurpose(
                            about(row), there(content.deadline()), there(content.words()));
            case CLOSE_PURPOSE -> new Wish.ClosePurpose(about(row), there(content.words()));
            case CHANGE_RULES ->
                    new Wish.ChangeRules(
                            title(row), there(content.change()).change(), there(content.words()));
            case QUESTION -> new Wish.AskQuestion(there(content.question()).question(title(row)));
            case CHANGE_STAGE ->
                    new Wish.ChangeStage(
                            title(row), there(content.stage()), there(content.words()));
            case ADMIT_ORGANIZATION,
                    REMOVE_ORGANIZATION,
                    REMOVE_MEMBER,
                    GIVE_OFFICE,
                    END_OFFICE,
                    SPEND ->
                    new Wish.GiveOrder(
                            there(content.order()).order(kind(row)),
                            title(row),
                            there(content.words()));
        };
    }

    /** As long as the ballot is open; what it is about changes by its outcome alone. */
    public Motion motion(Readable row) {
        var content = content(row);
        return switch (kind(row)) {
            case RATIFY_PURPOSE -> new Motion.RatifyPurpose(purpose(row, Purpose.Proposed.class));
            case RENEW_PURPOSE -> renewal(row, content);
            case CLOSE_PURPOSE ->
                    new Motion.ClosePurpose(
                            purpose(row, Purpose.Active.class), there(content.words()));
            case CHANGE_RULES -> rules(row, content);
            case ADMIT_ORGANIZATION,
                    REMOVE_ORGANIZATION,
                    REMOVE_MEMBER,
                    GIVE_OFFICE,
                    END_OFFICE,
                    SPEND ->
                    new Motion.GiveOrder(
                            there(content.order()).order(kind(row)),
                            title(row),
                            there(content.words()));
            case QUESTION -> new Motion.AskQuestion(there(content.question()).question(title(row)));
            case CHANGE_STAGE ->
                    new Motion.ChangeStage(
                            there(content.stageBefore()),
                            there(content.stage()),
                            title(row),
                            there(content.words()));
        };
    }

    private static Motion renewal(Readable row, ProposalContent content) {
        return new Motion.RenewPurpose(
                purpose(row, Purpose.Active.class),
                there(content.before()),
                there(content.deadline()),
                there(content.words()));
    }

    private Motion rules(Readable row, ProposalContent content) {
        return new Motion.ChangeRules(
                rulebooks.rulebook(row),
                title(row),
                there(content.change()).change(),
                there(content.words()));
    }

    private static PurposeId about(Readable row) {
        return new PurposeId(Columns.of(row, "purpose_id", UUID.class));
    }

    private static String title(Readable row) {
        return Columns.of(row, "motion_title", String.class);
    }

    private static <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part, "each kind has its content");
    }

    private static <P extends Purpose> P purpose(Readable row, Class<P> state) {
        var purpose = PurposeRows.purpose(row);
        if (!state.isInstance(purpose)) {
            throw new IllegalStateException("an open ballot is about a purpose in its state");
        }
        return state.cast(purpose);
    }
}
