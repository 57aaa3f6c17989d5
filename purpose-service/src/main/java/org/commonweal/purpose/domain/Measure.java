package org.commonweal.purpose.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * In what a goal is measured.
 *
 * @param baseline where it began
 * @param target what was promised
 * @param stretch what would be splendid; missing it is no failure
 */
public record Measure(
        String unit, BigDecimal baseline, BigDecimal target, @Nullable BigDecimal stretch) {

    /** Without a way to go there would be nothing to measure. */
    public boolean hasWayToGo() {
        return baseline.compareTo(target) != 0;
    }
}
