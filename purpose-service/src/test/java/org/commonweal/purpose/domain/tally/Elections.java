package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ballot papers as they are printed in papers, and random ones. */
final class Elections {

    private Elections() {}

    /**
     * Papers of whole votes.
     *
     * @param lines {@code 5 ACBED}: five voters with this order; {@code A=B>C} for equal ranks; a
     *     number alone for blank ones
     */
    static List<Paper<Ranking>> papers(int options, String... lines) {
        var papers = new ArrayList<Paper<Ranking>>();
        for (var line : lines) {
            var parts = line.split(" ", 2);
            var ranking = Ranking.of(options, parts.length == 1 ? List.of() : tiers(parts[1]));
            for (var n = 0; n < Integer.parseInt(parts[0]); n++) {
                papers.add(Paper.of(ranking));
            }
        }
        return papers;
    }

    private static List<List<Integer>> tiers(String order) {
        var strict = !order.contains(">") && !order.contains("=");
        var tiers = strict ? order.replaceAll("(?<=.)(?=.)", ">") : order;
        return Arrays.stream(tiers.split(">", -1))
                .map(tier -> Arrays.stream(tier.split("=", -1)).map(Elections::option).toList())
                .toList();
    }

    static int option(String letter) {
        return letter.charAt(0) - 'A';
    }

    static long votes(long weight) {
        assert weight % Paper.VOTE == 0;
        return weight / Paper.VOTE;
    }

    /** Rankings of a few options out of all, often alike, so that ties are usual. */
    static List<Paper<Ranking>> random(Random chance, int options, int size, boolean strict) {
        var kinds = 1 + chance.nextInt(6);
        var usual = new ArrayList<Ranking>();
        for (var n = 0; n < kinds; n++) {
            usual.add(ranking(chance, options, strict));
        }
        var papers = new ArrayList<Paper<Ranking>>();
        for (var n = 0; n < size; n++) {
            var ranking =
                    chance.nextInt(3) == 0
                            ? ranking(chance, options, strict)
                            : usual.get(chance.nextInt(kinds));
            papers.add(new Paper<>(weight(chance), ranking));
        }
        return papers;
    }

    /** Mostly whole votes. */
    static int weight(Random chance) {
        return switch (chance.nextInt(5)) {
            case 0 -> 1 + chance.nextInt(3 * Paper.VOTE);
            case 1 -> Paper.VOTE / 2;
            default -> Paper.VOTE;
        };
    }

    static Ranking ranking(Random chance, int options, boolean strict) {
        var order = order(chance, options);
        var named = order.subList(0, chance.nextInt(options + 1));
        if (strict) {
            return Ranking.strict(options, named);
        }
        var tiers = new ArrayList<List<Integer>>();
        for (int option : named) {
            if (tiers.isEmpty() || chance.nextInt(3) > 0) {
                tiers.add(new ArrayList<>());
            }
            tiers.getLast().add(option);
        }
        return Ranking.of(options, tiers);
    }

    static List<Integer> order(Random chance, int options) {
        var order = new ArrayList<Integer>();
        for (var option = 0; option < options; option++) {
            order.add(chance.nextInt(order.size() + 1), option);
        }
        return order;
    }
}
