package org.commonweal.purpose.voting;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.commonweal.purpose.domain.Choice;
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
        @NotNull Choice choice,
        @Nullable @Size(max = 2_000) String reason,
        @Nullable @Valid MarksDocument marks) {

    @Nullable String words() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
