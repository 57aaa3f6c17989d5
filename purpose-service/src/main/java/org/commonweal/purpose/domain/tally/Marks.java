package org.commonweal.purpose.domain.tally;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A number for each option, or none: scores, dots, or whether one can come. */
public final class Marks {

    /** Of a single option. */
    public static final int MAX = 100;

    private static final byte NONE = -1;

    private final byte[] values;

    private Marks(byte[] values) {
        this.values = values;
    }

    /**
     * Marks by option.
     *
     * @throws IllegalArgumentException if an option is unknown or a mark not in [0, max]
     */
    public static Marks of(int options, Map<Integer, Integer> marks, int max) {
        Options.require(options);
        if (max < 1 || max > MAX) {
            throw new IllegalArgumentException("marks go up to 1 to 100, not " + max);
        }
        var values = new byte[options];
        Arrays.fill(values, NONE);
        marks.forEach((option, mark) -> {
            Options.require(option, options);
            if (mark < 0 || mark > max) {
                throw new IllegalArgumentException("mark must be in [0, " + max + "]: " + mark);
            }
            values[option] = mark.byteValue();
        });
        return new Marks(values);
    }

    boolean has(int option) {
        return values[option] != NONE;
    }

    int of(int option) {
        return values[option];
    }

    int sum() {
        var sum = 0;
        for (var value : values) {
            sum += Math.max(value, 0);
        }
        return sum;
    }

    /** Not one option has a mark. */
    boolean isBlank() {
        for (var value : values) {
            if (value != NONE) {
                return false;
            }
        }
        return true;
    }

    /** As they were given. */
    public Map<Integer, Integer> byOption() {
        var marks = new TreeMap<Integer, Integer>();
        for (var option = 0; option < values.length; option++) {
            if (has(option)) {
                marks.put(option, of(option));
            }
        }
        return marks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marks that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return byOption().toString();
    }
}
