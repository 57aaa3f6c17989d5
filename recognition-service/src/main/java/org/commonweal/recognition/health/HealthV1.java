package org.commonweal.recognition.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an alliance answers its members' work.
 *
 * @param years oldest first; the year, in UTC, in which a contribution was written
 */
record HealthV1(List<FiguresV1> years, FiguresV1 all) {

    /**
     * @param year null for all years together
     * @param acknowledged contributions with at least one acknowledgement
     * @param acknowledgedByAnother those acknowledged by another organization than the author's,
     *     where both are known
     * @param delayP50Seconds from writing to the earliest acknowledgement; null when there is none
     * @param organizationsForHalf the smallest number of organizations whose people made half of
     *     the contributions; null when the known organizations made less than half
     */
    record FiguresV1(
            @Nullable Integer year,
            long contributions,
            long acknowledged,
            long acknowledgedByAnother,
            long acknowledgedSharePerMillion,
            long shareByAnotherPerMillion,
            @Nullable Long delayP50Seconds,
            @Nullable Long delayP90Seconds,
            @Nullable Integer organizationsForHalf) {}
}
