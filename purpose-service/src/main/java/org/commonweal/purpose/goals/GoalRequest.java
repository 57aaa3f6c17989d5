package org.commonweal.purpose.goals;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.purpose.domain.GoalId;
import org.commonweal.purpose.domain.GoalSetting.Wish;
import org.commonweal.purpose.domain.Measure;
import org.commonweal.purpose.domain.PersonId;
import org.jspecify.annotations.Nullable;

/** A goal as a member sets it; numbers are decimal strings, so that nothing is rounded. */
@Schema(name = "NewGoal")
record GoalRequest(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 40) String unit,
        @NotNull @Pattern(regexp = DECIMAL) String baseline,
        @NotNull @Pattern(regexp = DECIMAL) String target,
        @Nullable @Pattern(regexp = DECIMAL) String stretch,
        @NotNull LocalDate due,
        @NotNull UUID owner) {

    static final String DECIMAL = "^-?[0-9]{1,18}(\\.[0-9]{1,9})?$";

    Wish wish(UUID goal) {
        return new Wish(
                new GoalId(goal),
                title.strip(),
                new Measure(
                        unit.strip(),
                        new BigDecimal(baseline),
                        new BigDecimal(target),
                        stretch == null ? null : new BigDecimal(stretch)),
                due,
                new PersonId(owner));
    }
}
