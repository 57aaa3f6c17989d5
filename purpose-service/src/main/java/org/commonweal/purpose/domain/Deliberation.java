package org.commonweal.purpose.domain;

import java.time.Duration;

/**
 * What is to be heard before a vote (claim B11).
 *
 * @param minimum how long the dialogue is open at least
 * @param voicesMinimum how many firms have said something at least
 */
public record Deliberation(Duration minimum, int voicesMinimum) {

    public Deliberation {
        if (minimum.isNegative() || voicesMinimum < 0) {
            throw new IllegalArgumentException("a dialogue cannot be shorter than none");
        }
    }

    /** How many firms have to be heard: no more than there are. */
    public int voicesOf(int firms) {
        return Math.min(voicesMinimum, firms);
    }

    /** Whether there can be no vote without it. */
    public boolean isNeeded() {
        return minimum.isPositive() || voicesMinimum > 0;
    }
}
