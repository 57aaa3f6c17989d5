package org.commonweal.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.measure.Pairs;

/**
 * One ratio and what it is made of.
 *
 * @param what is compared, in words
 * @param unit of both sides' value
 * @param aim in words, as the project holds itself to it
 * @param calibration one side against itself in the same run
 */
public record Comparison(
        String what,
        String unit,
        String aim,
        String ours,
        String theirs,
        Pairs pairs,
        Pairs calibration) {

    /** As Markdown: the ratio, or that the machine was too noisy for one; then the figures. */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add("## " + what);
        lines.add("");
        lines.add(verdict());
        lines.add("");
        lines.add("| | " + ours + " | " + theirs + " |");
        lines.add("| --- | ---: | ---: |");
        lines.add(row(unit + " (median)", values(pairs.ours()), values(pairs.reference())));
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
        var again =
                String.format(Locale.ROOT, "%s against itself: %.2f", ours, calibration.median())
                        + String.format(
                                Locale.ROOT,
                                " (%.2f to %.2f)",
                                calibration.min(),
                                calibration.max());
        if (calibration.isTooNoisy()) {
            return "**Too noisy** for a ratio: " + again + ". Aim: " + aim + ".";
        }
        return String.format(Locale.ROOT, "Median ratio **%.2f**", pairs.median())
                + String.format(Locale.ROOT, " (%.2f to %.2f, ", pairs.min(), pairs.max())
                + pairs.ours().size()
                + " pairs); "
                + again
                + ". Aim: "
                + aim
                + ".";
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
