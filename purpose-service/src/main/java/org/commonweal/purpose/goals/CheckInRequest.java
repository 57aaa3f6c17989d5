package org.commonweal.purpose.goals;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a goal stands on a day. */
@Schema(name = "NewCheckIn")
record CheckInRequest(
        @NotNull @Pattern(regexp = GoalRequest.DECIMAL) String value,
        @NotNull LocalDate on,
        @Nullable @Size(max = 2_000) String note) {

    BigDecimal number() {
        return new BigDecimal(value);
    }

    /** Spaces say nothing. */
    @Nullable String words() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
