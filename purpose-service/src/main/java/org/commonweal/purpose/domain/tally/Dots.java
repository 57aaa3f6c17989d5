package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Dots that each voter spreads over the options. Most dots win, among equal ones the option with
 * dots from more weight.
 *
 * @param options in the question's order
 * @param places best first
 * @param blank weight of the papers without any dot
 */
public record Dots(List<Option> options, List<List<Integer>> places, long blank) implements Result {

    private static final Comparator<Option> BEST_FIRST =
            Comparator.comparingLong(Option::dots).thenComparingLong(Option::from).reversed();

    public Dots {
        options = List.copyOf(options);
        places = List.copyOf(places);
    }

    /**
     * One option.
     *
     * @param dots in millionths of a dot of a whole vote
     * @param from weight of the papers that gave it at least one
     */
    public record Option(long dots, long from) {}

    /**
     * Counts.
     *
     * @param budget dots of each paper
     * @throws IllegalArgumentException if a paper has more dots
     */
    public static Dots count(int options, int budget, List<Paper<Marks>> papers) {
        Options.require(options);
        Paper.total(papers);
        var dots = new long[options];
        var from = new long[options];
        var blank = 0L;
        for (var paper : papers) {
            var sum = paper.marks().sum();
            if (sum > budget) {
                throw new IllegalArgumentException("more dots than " + budget);
            }
            blank += sum == 0 ? paper.weight() : 0;
            for (var option = 0; option < options; option++) {
                var mark = Math.max(paper.marks().of(option), 0);
                dots[option] += (long) mark * paper.weight();
                from[option] += mark > 0 ? paper.weight() : 0;
            }
        }
        var counted = new ArrayList<Option>();
        for (var option = 0; option < options; option++) {
            counted.add(new Option(dots[option], from[option]));
        }
        var places =
                Options.places(
                        options, (a, b) -> BEST_FIRST.compare(counted.get(a), counted.get(b)));
        return new Dots(counted, places, blank);
    }

    @Override
    public List<Integer> chosen() {
        return options.get(places.getFirst().getFirst()).dots() == 0
                ? List.of()
                : places.getFirst();
    }
}
