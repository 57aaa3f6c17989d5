package org.commonweal.purpose.voting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Shares;
import org.commonweal.purpose.loading.MarksDocument;
import org.jspecify.annotations.Nullable;

/**
 * What the firm, or the person, says.
 *
 * @param reason of whoever objects or blocks; everybody may give one
 * @param marks of a question with options, with the choice MARKED
 */
@Schema(name = "Vote")
record VoteRequest(
        @Nullable Choice choice,
        @Nullable @Size(max = 2_000) String reason,
        @Nullable @Valid MarksDocument marks,
        @Schema(description = "The elector whose vote I hold and cast; absent for my own")
                @JsonProperty("for")
                @Nullable UUID voter,
        @Schema(description = "Instead of a choice: shares per million of the firm's vote")
                @Nullable Map<Choice, @NotNull @Min(0) @Max(Shares.WHOLE) Integer> split,
        @Schema(description = "Instead of a choice: as my firm's people have said so far")
                @Nullable Boolean asCaucus) {

    VoteRequest {
        split = split == null ? null : Map.copyOf(split);
    }

    /** Whether it says how to vote in exactly one way. */
    boolean isOne() {
        var ways = (choice == null ? 0 : 1) + (split == null ? 0 : 1) + (isCaucus() ? 1 : 0);
        return ways == 1;
    }

    private boolean isCaucus() {
        return Boolean.TRUE.equals(asCaucus);
    }

    @Nullable String words() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
