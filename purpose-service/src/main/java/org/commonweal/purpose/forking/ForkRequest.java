package org.commonweal.purpose.forking;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.commonweal.purpose.domain.Forking;
import org.commonweal.purpose.domain.PurposeText;
import org.jspecify.annotations.Nullable;

/**
 * What the new community would be for, whole.
 *
 * @param audience who would read, where that is to be other than here
 * @param eligibility who might be a member, where that is to be other than here
 * @param reason why it is not this one's business
 */
@Schema(name = "NewFork")
record ForkRequest(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 10_000) String statement,
        @Nullable @Size(max = 2_000) String output,
        @Nullable @Size(max = 2_000) String measure,
        @Nullable LocalDate deadline,
        @Nullable @Size(max = 2_000) String goal,
        @Nullable @Size(max = 2_000) String audience,
        @Nullable @Size(max = 2_000) String eligibility,
        @NotBlank @Size(max = 2_000) String reason) {

    Forking.Plan plan() {
        return new Forking.Plan(
                new PurposeText(
                        title.strip(),
                        orNothing(statement),
                        orNothing(output),
                        orNothing(measure),
                        deadline,
                        orNothing(goal)),
                orNothing(audience),
                orNothing(eligibility));
    }

    /** Spaces say nothing. */
    private static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
