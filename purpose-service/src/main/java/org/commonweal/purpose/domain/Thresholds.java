package org.commonweal.purpose.domain;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an alliance's life cycle.
 *
 * @param needed of each gate, in its unit; what is not given is the usual
 * @param wordingWindow how long anybody can call a proposed wording a major change
 */
public record Thresholds(Map<Gate, Integer> needed, Duration wordingWindow) {

    /** Of an alliance that has decided nothing else. */
    public static final Thresholds USUAL = new Thresholds(Map.of(), Duration.ofDays(3));

    public Thresholds {
        var all = new EnumMap<Gate, Integer>(Gate.class);
        for (var gate : Gate.values()) {
            all.put(gate, needed.getOrDefault(gate, gate.usual()));
        }
        needed = Map.copyOf(all);
    }

    public int of(Gate gate) {
        return Objects.requireNonNull(needed.get(gate), "there is one for each gate");
    }

    /** What is not given stays. */
    Thresholds changed(Map<Gate, Integer> gates, @Nullable Duration window) {
        var next = new EnumMap<>(needed);
        next.putAll(gates);
        return new Thresholds(next, Objects.requireNonNullElse(window, wordingWindow));
    }
}
