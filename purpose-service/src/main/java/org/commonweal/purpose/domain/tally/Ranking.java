package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one paper prefers. It need not name every option: those that it leaves out stand together
 * below those that it names. A paper that names none is blank.
 */
public final class Ranking {

    private final byte[] order;
    private final byte[] ranks;

    private Ranking(byte[] order, byte[] ranks) {
        this.order = order;
        this.ranks = ranks;
    }

    /**
     * Best first, those of equal rank together.
     *
     * @throws IllegalArgumentException if an option is unknown or named twice, or a rank is empty
     */
    public static Ranking of(int options, List<List<Integer>> tiers) {
        Options.require(options);
        var order = new byte[options];
        var ranks = new byte[options];
        var named = 0L;
        var size = 0;
        for (var rank = 0; rank < tiers.size(); rank++) {
            if (tiers.get(rank).isEmpty()) {
                throw new IllegalArgumentException("an empty rank");
            }
            for (int option : tiers.get(rank)) {
                Options.require(option, options);
                if ((named & 1L << option) != 0) {
                    throw new IllegalArgumentException("ranked twice: " + option);
                }
                named |= 1L << option;
                order[size] = (byte) option;
                ranks[size] = (byte) rank;
                size++;
            }
        }
        return new Ranking(Arrays.copyOf(order, size), Arrays.copyOf(ranks, size));
    }

    /** Best first, no two of equal rank. */
    public static Ranking strict(int options, List<Integer> order) {
        return of(options, order.stream().map(List::of).toList());
    }

    /** How many options it names. */
    int size() {
        return order.length;
    }

    int option(int place) {
        return order[place];
    }

    /** From 0; the options at several places may share it. */
    int rank(int place) {
        return ranks[place];
    }

    private boolean isEqualToBefore(int place) {
        return place > 0 && ranks[place] == ranks[place - 1];
    }

    boolean isStrict() {
        return order.length == 0 || ranks[order.length - 1] == order.length - 1;
    }

    /** As it was given. */
    public List<List<Integer>> tiers() {
        var tiers = new ArrayList<List<Integer>>();
        for (var place = 0; place < order.length; place++) {
            if (!isEqualToBefore(place)) {
                tiers.add(new ArrayList<>());
            }
            tiers.getLast().add((int) order[place]);
        }
        return tiers.stream().map(List::copyOf).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ranking that
                && Arrays.equals(order, that.order)
                && Arrays.equals(ranks, that.ranks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(order) + Arrays.hashCode(ranks);
    }

    @Override
    public String toString() {
        return tiers().toString();
    }
}
