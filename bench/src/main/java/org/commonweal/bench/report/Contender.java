package org.commonweal.bench.report;

import java.util.function.Supplier;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.measure.Pairs;

/**
 * One side of a comparison.
 *
 * @param name in words
 * @param round measures it once
 */
public record Contender(String name, Supplier<Figures> round) {

    /**
     * How far one thing lies from itself in this hour on this machine.
     *
     * @param side what was measured against itself
     */
    public record Calibration(String side, Pairs pairs) {}

    public Calibration againstItself(int rounds) {
        return new Calibration(name, Pairs.measure(rounds, round, round));
    }
}
