package org.commonweal.purpose.drafting;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.commonweal.purpose.domain.PurposeText;
import org.jspecify.annotations.Nullable;

/** What a new draft says; all but the title may follow later. */
@Schema(name = "Draft")
record DraftRequest(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 10_000) String statement,
        @Nullable @Size(max = 2_000) String output,
        @Nullable @Size(max = 2_000) String measure,
        @Nullable LocalDate deadline,
        @Nullable @Size(max = 2_000) String goal) {

    PurposeText text() {
        return new PurposeText(
                title.strip(),
                orNothing(statement),
                orNothing(output),
                orNothing(measure),
                deadline,
                orNothing(goal));
    }

    /** Spaces say nothing. */
    static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
