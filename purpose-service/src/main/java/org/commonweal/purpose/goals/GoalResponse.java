package org.commonweal.purpose.goals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal as a member reads it.
 *
 * @param over whether the purpose that it served is closed; it stays as it was then
 * @param current the last value by day, or null before the first
 * @param checkIns the last ones, in the order of their days
 */
@Schema(name = "Goal")
record GoalResponse(
        UUID id,
        UUID purpose,
        String title,
        String unit,
        String baseline,
        String target,
        @Nullable String stretch,
        LocalDate due,
        UUID owner,
        boolean over,
        @Nullable String current,
        List<CheckInResponse> checkIns) {

    GoalResponse {
        checkIns = List.copyOf(checkIns);
    }
}
