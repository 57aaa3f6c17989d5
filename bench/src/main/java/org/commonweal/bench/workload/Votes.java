package org.commonweal.bench.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.purpose.domain.Choice;
import org.commonweal.purpose.domain.Tally;
import org.commonweal.purpose.domain.Weight;
import org.commonweal.purpose.domain.tally.BeatPaths;
import org.commonweal.purpose.domain.tally.Dots;
import org.commonweal.purpose.domain.tally.Marks;
import org.commonweal.purpose.domain.tally.Paper;
import org.commonweal.purpose.domain.tally.Ranking;
import org.commonweal.purpose.domain.tally.Runoff;
import org.commonweal.purpose.domain.tally.Scores;
import org.commonweal.purpose.domain.tally.SignUps;
import org.commonweal.purpose.domain.tally.Times;

/**
 * As many votes as an election of a town has, of every kind: each ranks every option, no two alike
 * by more than chance, which is the most work that there is.
 *
 * @param orders of each voter, best first
 */
record Votes(int options, List<List<Integer>> orders) {

    private static final long SEED = 20_261_127;
    private static final int SCORE_MAX = 10;

    Votes {
        orders = List.copyOf(orders);
    }

    static Votes random(int options, int voters) {
        var chance = new Random(SEED);
        var order = new ArrayList<>(IntStream.range(0, options).boxed().toList());
        var orders = new ArrayList<List<Integer>>();
        for (var voter = 0; voter < voters; voter++) {
            Collections.shuffle(order, chance);
            orders.add(List.copyOf(order));
        }
        return new Votes(options, orders);
    }

    /** As an array of PostgreSQL. */
    String firstChoices() {
        return orders.stream()
                .map(order -> order.getFirst().toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** What is counted, by method. */
    Map<String, Supplier<?>> counts() {
        var rankings = orders.stream().map(order -> Ranking.strict(options, order)).toList();
        var ranked = rankings.stream().map(Paper::of).toList();
        var scored = marked(SCORE_MAX);
        var dotted = marked(1);
        var timed = marked(Times.YES);
        var choices = List.of(Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.BLOCK);
        var said =
                orders.stream()
                        .map(order -> choices.get(order.getFirst() % choices.size()))
                        .map(choice -> new Tally.Vote(choice, Weight.WHOLE))
                        .toList();
        var counts = new LinkedHashMap<String, Supplier<?>>();
        counts.put("Instant run-off", () -> Runoff.count(options, ranked));
        counts.put("Schulze", () -> BeatPaths.count(options, ranked));
        counts.put("Scores", () -> Scores.count(options, SCORE_MAX, scored));
        counts.put("Dots", () -> Dots.count(options, options, dotted));
        counts.put("Sign-ups", () -> SignUps.count(options, 100, dotted));
        counts.put("Times", () -> Times.count(options, timed));
        counts.put("Yes or no", () -> Tally.of(said, (long) said.size() * Weight.WHOLE));
        return counts;
    }

    /** Every option has a mark, by its place in the order. */
    private List<Paper<Marks>> marked(int max) {
        return orders.stream()
                .map(order -> {
                    var marks = new HashMap<Integer, Integer>();
                    for (var place = 0; place < options; place++) {
                        marks.put(order.get(place), place % (max + 1));
                    }
                    return Paper.of(Marks.of(options, marks, max));
                })
                .toList();
    }
}
