package org.commonweal.purpose.domain;

import java.time.Duration;
import java.util.Map;

/**
 * The numbers of an alliance's life cycle.
 *
 * @param needed of the gates for which the alliance has decided something else than is usual
 * @param wordingWindow how long anybody can call a proposed wording a major change
 */
public record Thresholds(Map<Gate, Integer> needed, Duration wordingWindow) {

    public static final Duration USUAL_WINDOW = Duration.ofDays(3);

    public Thresholds {
        needed = Map.copyOf(needed);
    }

    public int of(Gate gate) {
        return needed.getOrDefault(gate, gate.usual());
    }
}
