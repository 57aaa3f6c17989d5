package org.commonweal.purpose.domain.tally;

import java.util.List;

/**
 * How much weight prefers which option to which. Two options are compared over a block of papers at
 * once, in a loop without a branch, which the compiler turns into one that compares several.
 */
final class Pairs {

    private static final int BLOCK = 512;
    private static final int UNRANKED = Options.MAX;

    private final long[][] pairs;

    /** Of each option on each paper of the block. */
    private final int[][] ranks;

    private final int[] weights = new int[BLOCK];
    private int size;
    private long weight;

    private Pairs(int options) {
        this.pairs = new long[options][options];
        this.ranks = new int[options][BLOCK];
    }

    /** Row over column. */
    static long[][] count(int options, List<Paper<Ranking>> papers) {
        var counted = new Pairs(options);
        papers.forEach(counted::take);
        counted.compare();
        return counted.pairs;
    }

    private void take(Paper<Ranking> paper) {
        if (size == BLOCK || weight + paper.weight() > Integer.MAX_VALUE) {
            compare();
        }
        for (var option : ranks) {
            option[size] = UNRANKED;
        }
        var ranking = paper.marks();
        for (var place = 0; place < ranking.size(); place++) {
            ranks[ranking.option(place)][size] = ranking.rank(place);
        }
        weights[size++] = paper.weight();
        weight += paper.weight();
    }

    private void compare() {
        for (var one = 0; one < ranks.length; one++) {
            for (var other = 0; other < ranks.length; other++) {
                pairs[one][other] += preferring(ranks[one], ranks[other]);
            }
        }
        size = 0;
        weight = 0;
    }

    private int preferring(int[] ones, int[] others) {
        var sum = 0;
        for (var paper = 0; paper < size; paper++) {
            sum += (ones[paper] - others[paper]) >> (Integer.SIZE - 1) & weights[paper];
        }
        return sum;
    }
}
