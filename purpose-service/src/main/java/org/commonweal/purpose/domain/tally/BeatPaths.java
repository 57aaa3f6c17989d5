package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranked choice by Markus Schulze's method, with winning votes as the strength of a defeat. Whoever
 * beats everybody else in pairs wins; else the strongest chains of defeats decide. Options that
 * stand equal on a paper, and those that it leaves out, count neither way between them.
 *
 * @param pairs how much weight prefers the row's option to the column's
 * @param paths the strength of the strongest chain of defeats from row to column; 0 where none is
 * @param places best first; those on one place are a tie that the method leaves
 * @param blank weight of the papers that rank nothing
 */
public record BeatPaths(
        List<List<Long>> pairs, List<List<Long>> paths, List<List<Integer>> places, long blank)
        implements Result {

    public BeatPaths {
        pairs = pairs.stream().map(List::copyOf).toList();
        paths = paths.stream().map(List::copyOf).toList();
        places = places.stream().map(List::copyOf).toList();
    }

    public static BeatPaths count(int options, List<Paper<Ranking>> papers) {
        Options.require(options);
        Paper.total(papers);
        var blank = 0L;
        for (var paper : papers) {
            blank += paper.marks().size() == 0 ? paper.weight() : 0;
        }
        var pairs = Pairs.count(options, papers);
        var paths = strongest(pairs);
        return new BeatPaths(rows(pairs), rows(paths), places(paths), blank);
    }

    @Override
    public List<Integer> chosen() {
        return isEmpty() ? List.of() : places.getFirst();
    }

    /** Nobody has preferred anything to anything. */
    private boolean isEmpty() {
        return pairs.stream().flatMap(List::stream).allMatch(weight -> weight == 0);
    }

    /** A chain is as strong as its weakest defeat. */
    private static long[][] strongest(long[][] pairs) {
        var size = pairs.length;
        var paths = new long[size][size];
        for (var from = 0; from < size; from++) {
            for (var to = 0; to < size; to++) {
                paths[from][to] = pairs[from][to] > pairs[to][from] ? pairs[from][to] : 0;
            }
        }
        for (var over = 0; over < size; over++) {
            for (var from = 0; from < size; from++) {
                for (var to = 0; to < size; to++) {
                    var detour = Math.min(paths[from][over], paths[over][to]);
                    paths[from][to] = Math.max(paths[from][to], from == to ? 0 : detour);
                }
            }
        }
        return paths;
    }

    /** First those whom nobody is better than, then those of whom the same is true of the rest. */
    private static List<List<Integer>> places(long[][] paths) {
        var rest = new ArrayList<>(IntStream.range(0, paths.length).boxed().toList());
        var places = new ArrayList<List<Integer>>();
        while (!rest.isEmpty()) {
            var place =
                    rest.stream()
                            .filter(one ->
                                    rest.stream()
                                            .allMatch(other ->
                                                    paths[one][other] >= paths[other][one]))
                            .toList();
            places.add(place);
            rest.removeAll(place);
        }
        return places;
    }

    private static List<List<Long>> rows(long[][] matrix) {
        return Arrays.stream(matrix).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }
}
