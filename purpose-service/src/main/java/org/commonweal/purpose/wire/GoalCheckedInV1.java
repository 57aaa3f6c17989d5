package org.commonweal.purpose.wire;

import java.time.LocalDate;
import java.util.UUID;

/** The owner of a goal said where it stands. */
public record GoalCheckedInV1(
        UUID goal, UUID checkIn, String value, LocalDate on, UUID by, String title) {

    public static final String TYPE = "purpose.goal-checked-in.v1";
}
