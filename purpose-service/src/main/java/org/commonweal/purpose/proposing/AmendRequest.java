package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.commonweal.purpose.domain.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal is to say instead: as it was proposed, of the same kind.
 *
 * @param textRead the version that was read
 */
@Schema(name = "ProposalAmendment")
record AmendRequest(
        @NotNull @Min(1) Integer textRead,
        @Valid ProposeRequest.@Nullable Renewal renewal,
        @Valid ProposeRequest.@Nullable Conclusion conclusion,
        @Valid ProposeRequest.@Nullable NewRules rules,
        @Valid ProposeRequest.@Nullable NewQuestion question,
        @Valid ProposeRequest.@Nullable NewStage stage,
        @Nullable @Valid NewOrder order) {

    /** Empty when it is none or more than one. */
    Optional<Wish> wish() {
        return new ProposeRequest(
                        null,
                        renewal,
                        conclusion,
                        rules,
                        question,
                        stage,
                        order,
                        null,
                        null,
                        null,
                        null)
                .wish();
    }
}
