package org.commonweal.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Two sides, measured in turn so that a slow minute of the machine meets both.
 *
 * @param ours figures of each round
 * @param reference figures of each round, as many
 */
public record Pairs(List<Figures> ours, List<Figures> reference) {

    public static final int ROUNDS_MIN = 5;

    /** Above this share of difference between one thing and itself, no figure is worth giving. */
    public static final double NOISE_MAX = 0.10;

    public Pairs {
        ours = List.copyOf(ours);
        reference = List.copyOf(reference);
        if (ours.size() != reference.size() || ours.size() < ROUNDS_MIN) {
            throw new IllegalArgumentException("at least %d pairs".formatted(ROUNDS_MIN));
        }
    }

    /** Runs A, B, B, A, A, B …: neither side is always the second one. */
    public static Pairs measure(int rounds, Supplier<Figures> ours, Supplier<Figures> reference) {
        var ourFigures = new ArrayList<Figures>();
        var theirFigures = new ArrayList<Figures>();
        for (var round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                ourFigures.add(ours.get());
                theirFigures.add(reference.get());
            } else {
                theirFigures.add(reference.get());
                ourFigures.add(ours.get());
            }
        }
        return new Pairs(ourFigures, theirFigures);
    }

    /** Ours over the reference's, of each pair, ascending. */
    public List<Double> ratios() {
        var all = new ArrayList<Double>();
        for (var i = 0; i < ours.size(); i++) {
            all.add(ours.get(i).value() / reference.get(i).value());
        }
        all.sort(Double::compare);
        return all;
    }

    public double median() {
        return median(ratios());
    }

    /** Of our side's values. */
    public double oursMedian() {
        return median(ours.stream().map(Figures::value).toList());
    }

    public double min() {
        return ratios().getFirst();
    }

    public double max() {
        return ratios().getLast();
    }

    /** How far the median of one thing against itself lies from 1. */
    public double noise() {
        return Math.abs(median() - 1);
    }

    public boolean isTooNoisy() {
        return noise() > NOISE_MAX;
    }

    public static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
