package org.commonweal.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.measure.Pairs;
import org.commonweal.bench.report.Contender.Calibration;

/** One ratio and what it is made of. */
public record Comparison(
        Question question, String ours, String theirs, Pairs pairs, Calibration calibration) {

    /**
     * What is asked.
     *
     * @param what is compared, in words
     * @param unit of both sides' value
     * @param aim in words, as the project holds itself to it
     */
    public record Question(String what, String unit, String aim) {}

    /** Ours against itself, then both in turn. */
    public static Comparison measure(
            Question question, Contender ours, Contender theirs, int rounds) {
        return measure(question, ours, theirs, rounds, ours.againstItself(rounds));
    }

    /** Both in turn, on a machine that is calibrated. */
    public static Comparison measure(
            Question question,
            Contender ours,
            Contender theirs,
            int rounds,
            Calibration calibration) {
        return new Comparison(
                question,
                ours.name(),
                theirs.name(),
                Pairs.measure(rounds, ours.round(), theirs.round()),
                calibration);
    }

    /** As Markdown: the ratio, or that the machine was too noisy for one; then the figures. */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add("## " + question.what());
        lines.add("");
        lines.add(verdict());
        lines.add("");
        lines.add("| | " + ours + " | " + theirs + " |");
        lines.add("| --- | ---: | ---: |");
        lines.add(
                row(
                        question.unit() + " (median)",
                        values(pairs.ours()),
                        values(pairs.reference())));
        var names = new TreeSet<String>();
        pairs.ours().forEach(figures -> names.addAll(figures.more().keySet()));
        pairs.reference().forEach(figures -> names.addAll(figures.more().keySet()));
        for (var name : names) {
            lines.add(row(name, named(pairs.ours(), name), named(pairs.reference(), name)));
        }
        lines.add("");
        return String.join("\n", lines) + "\n";
    }

    /** The first line of what was seen. */
    public String verdict() {
        var noise = calibration.pairs();
        var again =
                calibration.side()
                        + String.format(
                                Locale.ROOT,
                                " against itself: %.2f (%.2f to %.2f). Aim: %s.",
                                noise.median(),
                                noise.min(),
                                noise.max(),
                                question.aim());
        if (noise.isTooNoisy()) {
            return "**Too noisy** for a ratio; " + again;
        }
        return String.format(
                        Locale.ROOT,
                        "Median ratio **%.2f** (%.2f to %.2f, %d pairs); ",
                        pairs.median(),
                        pairs.min(),
                        pairs.max(),
                        pairs.ours().size())
                + again;
    }

    private static List<Double> values(List<Figures> side) {
        return side.stream().map(Figures::value).toList();
    }

    private static List<Double> named(List<Figures> side, String name) {
        return side.stream()
                .filter(figures -> figures.more().containsKey(name))
                .map(figures -> figures.more().get(name))
                .toList();
    }

    private static String row(String name, List<Double> left, List<Double> right) {
        return "| " + name + " | " + cell(left) + " | " + cell(right) + " |";
    }

    private static String cell(List<Double> values) {
        return values.isEmpty() ? "" : number(Pairs.median(values));
    }

    static String number(double value) {
        if (value == 0 || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return Math.abs(value) >= 1
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
