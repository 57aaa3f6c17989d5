package org.commonweal.bench.measure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one side showed in one round.
 *
 * @param value the figure that is compared
 * @param more further figures by name, in the order in which they are shown
 */
public record Figures(double value, Map<String, Double> more) {

    public Figures {
        more = new LinkedHashMap<>(more);
    }

    public static Figures of(double value) {
        return new Figures(value, Map.of());
    }

    public Figures with(String name, double figure) {
        var all = new LinkedHashMap<>(more);
        all.put(name, figure);
        return new Figures(value, all);
    }
}
