package org.commonweal.purpose.outcomes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a decision.
 *
 * @param statement for everybody to read
 * @param reviewOn of an adopted one: when it is looked at again
 */
@Schema(name = "NewOutcome")
record OutcomeRequest(
        @NotNull @Size(min = 20, max = 2_000) String statement, @Nullable LocalDate reviewOn) {

    OutcomeRequest {
        statement = Objects.requireNonNullElse(statement, "").strip();
    }
}
