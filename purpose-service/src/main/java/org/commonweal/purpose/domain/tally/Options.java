package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many options a question has, and the order that a count puts them in. */
public final class Options {

    public static final int MAX = 50;

    private Options() {}

    static void require(int options) {
        if (options < 1 || options > MAX) {
            throw new IllegalArgumentException("options must be in [1, 50]: " + options);
        }
    }

    static void require(int option, int options) {
        if (option < 0 || option >= options) {
            throw new IllegalArgumentException("no such option: " + option);
        }
    }

    /** Best first; those between which the order knows no difference share a place. */
    static List<List<Integer>> places(int options, Comparator<Integer> bestFirst) {
        var sorted = IntStream.range(0, options).boxed().sorted(bestFirst).toList();
        var places = new ArrayList<List<Integer>>();
        var place = new ArrayList<Integer>();
        for (var option : sorted) {
            if (!place.isEmpty() && bestFirst.compare(place.getLast(), option) != 0) {
                places.add(List.copyOf(place));
                place.clear();
            }
            place.add(option);
        }
        places.add(List.copyOf(place));
        return List.copyOf(places);
    }
}
