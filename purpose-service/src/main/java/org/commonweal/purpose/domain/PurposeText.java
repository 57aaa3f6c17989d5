package org.commonweal.purpose.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a purpose says. A draft may still lack everything but its title.
 *
 * @param output what will be there in the end
 * @param measure by what its impact is measured
 * @param deadline the day, in the alliance's time zone, by which it will be there
 * @param goal the agreed end that it serves
 */
public record PurposeText(
        String title,
        @Nullable String statement,
        @Nullable String output,
        @Nullable String measure,
        @Nullable LocalDate deadline,
        @Nullable String goal) {

    public PurposeText {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a purpose has a title");
        }
    }

    PurposeText until(@Nullable LocalDate later) {
        return new PurposeText(title, statement, output, measure, later, goal);
    }

    /**
     * The parts that a ballot must not lack.
     *
     * @param lastDayOfBallot a deadline on this day or before would be over at the activation
     */
    public Set<Part> missing(LocalDate lastDayOfBallot) {
        var missing = EnumSet.noneOf(Part.class);
        if (output == null || output.isBlank()) {
            missing.add(Part.OUTPUT);
        }
        if (measure == null || measure.isBlank()) {
            missing.add(Part.MEASURE);
        }
        if (deadline == null || !deadline.isAfter(lastDayOfBallot)) {
            missing.add(Part.DEADLINE);
        }
        if (goal == null || goal.isBlank()) {
            missing.add(Part.GOAL);
        }
        return missing;
    }
}
