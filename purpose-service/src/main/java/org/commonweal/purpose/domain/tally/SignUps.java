package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is in. Each paper counts as one, whatever its weight; where places are limited those who came
 * first have them, and the others wait.
 *
 * @param options in the question's order
 * @param blank how many papers are in nowhere
 */
public record SignUps(List<Option> options, long blank) implements Result {

    /** The mark of whoever is in. */
    public static final int IN = 1;

    public SignUps {
        options = List.copyOf(options);
    }

    /**
     * One option.
     *
     * @param in the papers that have a place, by their number, in order
     * @param waiting those that have none
     */
    public record Option(List<Integer> in, List<Integer> waiting) {

        public Option {
            in = List.copyOf(in);
            waiting = List.copyOf(waiting);
        }

        private static Option of(List<Integer> coming, int capacity) {
            var places = capacity == 0 ? coming.size() : Math.min(capacity, coming.size());
            return new Option(coming.subList(0, places), coming.subList(places, coming.size()));
        }
    }

    /**
     * Counts.
     *
     * @param capacity places of each option; 0 for as many as come
     * @param papers who came first, first
     */
    public static SignUps count(int options, int capacity, List<Paper<Marks>> papers) {
        Options.require(options);
        Paper.total(papers);
        if (capacity < 0) {
            throw new IllegalArgumentException("places: " + capacity);
        }
        var blank = 0;
        var coming = new ArrayList<List<Integer>>();
        for (var option = 0; option < options; option++) {
            coming.add(new ArrayList<>(papers.size()));
        }
        for (Integer paper = 0; paper < papers.size(); paper++) {
            blank += join(coming, paper, papers.get(paper).marks()) ? 0 : 1;
        }
        return new SignUps(coming.stream().map(all -> Option.of(all, capacity)).toList(), blank);
    }

    private static boolean join(List<List<Integer>> coming, Integer paper, Marks marks) {
        var joins = false;
        for (var option = 0; option < coming.size(); option++) {
            if (marks.of(option) == IN) {
                coming.get(option).add(paper);
                joins = true;
            }
        }
        return joins;
    }

    /** Those that anybody is in. */
    @Override
    public List<Integer> chosen() {
        return IntStream.range(0, options.size())
                .filter(option -> !options.get(option).in().isEmpty())
                .boxed()
                .toList();
    }
}
