package org.commonweal.purpose.loading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.commonweal.purpose.domain.Motion;
import org.commonweal.purpose.domain.Order;
import org.commonweal.purpose.domain.PurposeText;
import org.commonweal.purpose.domain.Stage;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.domain.poll.Question;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal says beside its title and its purpose, as its kind has it.
 *
 * @param deadline that would be in force; of a draft it is frozen when the ballot opens
 * @param before the deadline that a renewal replaces, frozen when the ballot opens
 * @param stageBefore that the alliance would leave, frozen when the ballot opens
 * @param words why, or what came of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalContent(
        @Nullable LocalDate deadline,
        @Nullable LocalDate before,
        @Nullable String words,
        @Nullable RulesChangeDocument change,
        @Nullable QuestionDocument question,
        @Nullable Stage stage,
        @Nullable Stage stageBefore,
        @Nullable OrderDocument order) {

    private ProposalContent(
            @Nullable LocalDate deadline,
            @Nullable LocalDate before,
            @Nullable String words,
            @Nullable RulesChangeDocument change,
            @Nullable QuestionDocument question) {
        this(deadline, before, words, change, question, null, null, null);
    }

    private static ProposalContent of(Order order, String reason) {
        return new ProposalContent(
                null, null, reason, null, null, null, null, OrderDocument.of(order));
    }

    /** Of what is talked about. */
    public static ProposalContent of(Wish wish) {
        return switch (wish) {
            case Wish.RatifyPurpose _ -> new ProposalContent(null, null, null, null, null);
            case Wish.RenewPurpose(_, var deadline, var reason) ->
                    new ProposalContent(deadline, null, reason, null, null);
            case Wish.ClosePurpose(_, var conclusion) ->
                    new ProposalContent(null, null, conclusion, null, null);
            case Wish.AskQuestion(var question) -> asking(question);
            case Wish.ChangeRules(_, var change, var reason) ->
                    new ProposalContent(null, null, reason, RulesChangeDocument.of(change), null);
            case Wish.ChangeStage(_, var stage, var reason) ->
                    new ProposalContent(null, null, reason, null, null, stage, null, null);
            case Wish.GiveOrder(var order, _, var reason) -> of(order, reason);
        };
    }

    /** Of what is voted on. */
    public static ProposalContent of(Motion motion) {
        return switch (motion) {
            case Motion.RatifyPurpose(var purpose) ->
                    new ProposalContent(purpose.text().deadline(), null, null, null, null);
            case Motion.RenewPurpose(_, var before, var deadline, var reason) ->
                    new ProposalContent(deadline, before, reason, null, null);
            case Motion.ClosePurpose(_, var conclusion) ->
                    new ProposalContent(null, null, conclusion, null, null);
            case Motion.AskQuestion(var question) -> asking(question);
            case Motion.ChangeRules(_, _, var change, var reason) ->
                    new ProposalContent(null, null, reason, RulesChangeDocument.of(change), null);
            case Motion.ChangeStage(var from, var to, _, var reason) ->
                    new ProposalContent(null, null, reason, null, null, to, from, null);
            case Motion.GiveOrder(var order, _, var reason) -> of(order, reason);
        };
    }

    private static ProposalContent asking(Question question) {
        return new ProposalContent(null, null, null, null, QuestionDocument.of(question));
    }

    /** Of a draft that is talked about. */
    public static DraftText of(PurposeText text) {
        return new DraftText(
                text.statement(), text.output(), text.measure(), text.deadline(), text.goal());
    }

    /** What a draft says beside its title. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DraftText(
            @Nullable String statement,
            @Nullable String output,
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable String goal) {}
}
