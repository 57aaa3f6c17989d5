package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.Secrecy;
import org.commonweal.purpose.domain.Stage;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.loading.QuestionDocument;
import org.commonweal.purpose.loading.RulesChangeDocument;
import org.jspecify.annotations.Nullable;

/** What is proposed: exactly one of a draft's id and the others. */
@Schema(name = "NewProposal")
record ProposeRequest(
        @Schema(description = "The draft to ratify") @Nullable UUID purpose,
        @Nullable @Valid Renewal renewal,
        @Nullable @Valid Conclusion conclusion,
        @Nullable @Valid NewRules rules,
        @Nullable @Valid NewQuestion question,
        @Nullable @Valid NewStage stage,
        @Nullable @Valid NewOrder order,
        @Schema(
                        description =
                                "Opens the ballot at once, where the rulebook asks for no dialogue;"
                                        + " absent to talk about it first")
                @Nullable Instant closesAt,
        @Schema(description = "Of a ballot that opens at once, as of any") @Nullable Boolean hidden,
        @Schema(description = "Of a ballot that opens at once, as of any")
                @Nullable Boolean anonymous,
        @Schema(description = "A proposal that is over, from which this one goes on")
                @Nullable UUID follows) {

    Optional<ProposalId> followed() {
        return Optional.ofNullable(follows).map(ProposalId::new);
    }

    Secrecy secrecy() {
        return new Secrecy(Boolean.TRUE.equals(hidden), Boolean.TRUE.equals(anonymous));
    }

    /** Empty when it is none or more than one. */
    Optional<Wish> wish() {
        var wishes =
                Stream.of(
                                purpose == null
                                        ? null
                                        : new Wish.RatifyPurpose(new PurposeId(purpose)),
                                renewal == null ? null : renewal.wish(),
                                conclusion == null ? null : conclusion.wish(),
                                rules == null ? null : rules.wish(),
                                question == null ? null : question.wish(),
                                stage == null ? null : stage.wish(),
                                order == null ? null : order.wish())
                        .filter(Objects::nonNull)
                        .map(Wish.class::cast)
                        .toList();
        return wishes.size() == 1 ? Optional.of(wishes.getFirst()) : Optional.empty();
    }

    /** More time for the active purpose. */
    @Schema(name = "NewRenewal")
    record Renewal(
            @NotNull UUID purpose,
            @NotNull LocalDate deadline,
            @NotBlank @Size(max = 2_000) String reason) {

        private Wish wish() {
            return new Wish.RenewPurpose(new PurposeId(purpose), deadline, reason.strip());
        }
    }

    /** The end of the active purpose, with what came of it. */
    @Schema(name = "NewConclusion")
    record Conclusion(@NotNull UUID purpose, @NotBlank @Size(max = 2_000) String outcome) {

        private Wish wish() {
            return new Wish.ClosePurpose(new PurposeId(purpose), outcome.strip());
        }
    }

    /** Other rules for the next decisions; what is absent stays as it is. */
    @Schema(name = "NewRules")
    record NewRules(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Valid RulesChangeDocument change,
            @NotBlank @Size(max = 2_000) String reason) {

        private Wish wish() {
            return new Wish.ChangeRules(title.strip(), change.change(), reason.strip());
        }
    }

    /** A question: with options and a method, or of yes or no. */
    @Schema(name = "NewQuestion")
    record NewQuestion(
            @NotBlank @Size(max = 200) String title, @NotNull @Valid QuestionDocument asks) {

        private Wish wish() {
            return new Wish.AskQuestion(asks.question(title.strip()));
        }
    }

    /** The next stage of the alliance's life, an earlier one, or its end. */
    @Schema(name = "NewStage")
    record NewStage(
            @NotBlank @Size(max = 200) String title,
            @NotNull Stage stage,
            @Schema(description = "Why; of the end what came of it") @NotBlank @Size(max = 2_000)
                    String reason) {

        private Wish wish() {
            return new Wish.ChangeStage(title.strip(), stage, reason.strip());
        }
    }
}
