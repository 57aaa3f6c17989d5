package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.Rule;
import org.commonweal.purpose.domain.Wish;
import org.jspecify.annotations.Nullable;

/** What is put to the vote, and until when: exactly one of a draft's id and the three others. */
@Schema(name = "NewProposal")
record ProposeRequest(
        @Schema(description = "The draft to ratify") @Nullable UUID purpose,
        @Nullable @Valid Renewal renewal,
        @Nullable @Valid Conclusion conclusion,
        @Nullable @Valid CharterChange charter,
        @NotNull Instant closesAt) {

    /** Empty when it is none or more than one. */
    Optional<Wish> wish() {
        var wishes =
                Stream.of(
                                purpose == null
                                        ? null
                                        : new Wish.RatifyPurpose(new PurposeId(purpose)),
                                renewal == null ? null : renewal.wish(),
                                conclusion == null ? null : conclusion.wish(),
                                charter == null ? null : charter.wish())
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

    /** Other terms for the next ballots; what is absent stays as it is. */
    @Schema(name = "NewCharterChange")
    record CharterChange(
            @NotBlank @Size(max = 200) String title,
            @Schema(
                            description =
                                    "Least share of the firms that votes; a share that is missed by"
                                            + " less than a millionth is met, so 333333 and 333334"
                                            + " are both a third")
                    @Nullable
                    @Min(1)
                    @Max(Rule.WHOLE)
                    Integer quorumPerMillion,
            @Schema(
                            description =
                                    "Least share of yes among yes and no; 666666 and 666667 are"
                                            + " both two thirds, 500001 is more than a half")
                    @Nullable
                    @Min(1)
                    @Max(Rule.WHOLE)
                    Integer thresholdPerMillion,
            @Nullable Duration ballotMinimum,
            @NotBlank @Size(max = 2_000) String reason) {

        private Wish wish() {
            return new Wish.ChangeCharter(
                    title.strip(),
                    quorumPerMillion,
                    thresholdPerMillion,
                    ballotMinimum,
                    reason.strip());
        }
    }
}
