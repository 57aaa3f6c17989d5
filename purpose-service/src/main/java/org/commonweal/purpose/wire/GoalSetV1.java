package org.commonweal.purpose.wire;

import java.time.LocalDate;
import java.util.UUID;

/** A goal stands below the active purpose. Numbers are decimal strings. */
public record GoalSetV1(
        UUID goal,
        UUID purpose,
        String title,
        String unit,
        String baseline,
        String target,
        LocalDate due,
        UUID owner) {

    public static final String TYPE = "purpose.goal-set.v1";
}
