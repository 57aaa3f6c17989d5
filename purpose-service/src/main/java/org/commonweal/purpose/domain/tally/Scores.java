package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores. The best average wins, among equal averages the better median, then the one that more
 * weight has scored. Whoever gives an option no score abstains on that one.
 *
 * @param options in the question's order
 * @param places best first; an option that nobody scored comes last
 * @param blank weight of the papers without any score
 */
public record Scores(List<Option> options, List<List<Integer>> places, long blank)
        implements Result {

    private static final Comparator<Option> BEST_FIRST =
            Comparator.comparing((Option option) -> option.scored() == 0)
                    .thenComparing(Option::average, Comparator.reverseOrder())
                    .thenComparing(Option::median, Comparator.reverseOrder())
                    .thenComparing(Option::scored, Comparator.reverseOrder());

    public Scores {
        options = List.copyOf(options);
        places = List.copyOf(places);
    }

    /**
     * One option.
     *
     * @param weights how much weight gave which score, from 0 on
     * @param scored their sum
     * @param average zero where nobody scored it
     * @param median between the two in the middle where the weight splits there
     */
    public record Option(List<Long> weights, long scored, Ratio average, Ratio median) {

        public Option {
            weights = List.copyOf(weights);
        }

        static Option of(long[] weights) {
            var scored = 0L;
            var sum = 0L;
            for (var score = 0; score < weights.length; score++) {
                scored += weights[score];
                sum += score * weights[score];
            }
            return new Option(
                    Arrays.stream(weights).boxed().toList(),
                    scored,
                    scored == 0 ? Ratio.ZERO : new Ratio(sum, scored),
                    scored == 0 ? Ratio.ZERO : middle(weights, scored));
        }

        private static Ratio middle(long[] weights, long scored) {
            var below = 0L;
            var score = 0;
            while (2 * (below + weights[score]) < scored) {
                below += weights[score++];
            }
            var upper = score;
            if (2 * (below + weights[score]) == scored) {
                do {
                    upper++;
                } while (weights[upper] == 0);
            }
            return new Ratio((long) score + upper, 2);
        }
    }

    public static Scores count(int options, int max, List<Paper<Marks>> papers) {
        var histogram = Histogram.of(options, max, papers);
        var counted = new ArrayList<Option>();
        for (var weights : histogram.byOption()) {
            counted.add(Option.of(weights));
        }
        var places =
                Options.places(
                        options, (a, b) -> BEST_FIRST.compare(counted.get(a), counted.get(b)));
        return new Scores(counted, places, histogram.blank());
    }

    @Override
    public List<Integer> chosen() {
        return options.stream().allMatch(option -> option.scored() == 0)
                ? List.of()
                : places.getFirst();
    }
}
