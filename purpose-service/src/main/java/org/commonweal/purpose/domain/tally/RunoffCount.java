package org.commonweal.purpose.domain.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonweal.purpose.domain.tally.Runoff.Exit;
import org.commonweal.purpose.domain.tally.Runoff.Round;
import org.commonweal.purpose.domain.tally.Runoff.TieBreak;
import org.commonweal.purpose.domain.tally.Runoff.Votes;

/**
 * Papers lie in piles; a round moves one pile and leaves the others where they are. What is asked
 * of each paper again and again lies in arrays, since there can be a million of them.
 */
final class RunoffCount {

    private static final int NOBODY = -1;

    private final int options;
    private final int[] weights;

    /** All papers' orders, one behind the other, and where each begins and ends. */
    private final byte[] orders;

    private final int[] ends;

    /** Where each paper counts now. */
    private final int[] places;

    /** The piles: their uppermost papers, and what lies below each paper. */
    private final int[] tops;

    private final int[] below;

    /** The options that are still in, as bits. */
    private long in;

    private final long[] votes;

    /** The votes of the earlier rounds, for ties. */
    private final List<long[]> earlier = new ArrayList<>();

    private final List<Round> rounds = new ArrayList<>();
    private long blank;
    private long exhausted;

    RunoffCount(int options, List<Paper<Ranking>> papers) {
        var size = papers.size();
        this.options = options;
        this.weights = new int[size];
        this.ends = new int[size];
        this.places = new int[size];
        this.below = new int[size];
        this.tops = new int[options];
        this.votes = new long[options];
        this.in = (1L << options) - 1;
        Arrays.fill(tops, NOBODY);
        this.orders = new byte[papers.stream().mapToInt(paper -> paper.marks().size()).sum()];
        deal(papers);
    }

    private void deal(List<Paper<Ranking>> papers) {
        var end = 0;
        for (var n = 0; n < weights.length; n++) {
            var paper = papers.get(n);
            if (!paper.marks().isStrict()) {
                throw new IllegalArgumentException("a run-off cannot count equal ranks");
            }
            weights[n] = paper.weight();
            places[n] = end;
            for (var place = 0; place < paper.marks().size(); place++) {
                orders[end++] = (byte) paper.marks().option(place);
            }
            ends[n] = end;
            if (places[n] == end) {
                blank += weights[n];
            } else {
                put(n);
            }
        }
    }

    /** On the pile of the option at its place. */
    private void put(int paper) {
        var option = orders[places[paper]];
        below[paper] = tops[option];
        tops[option] = paper;
        votes[option] += weights[paper];
    }

    Runoff run() {
        while (!isDecided()) {
            earlier.add(votes.clone());
            var weakest = weakest();
            if (weakest.option() == NOBODY) {
                break;
            }
            var before = votes();
            var exhaustedBefore = exhausted;
            rounds.add(new Round(before, exhaustedBefore, List.of(exit(weakest))));
        }
        rounds.add(new Round(votes(), exhausted, List.of()));
        return new Runoff(rounds, blank, chosen());
    }

    private boolean isDecided() {
        var continuing = Arrays.stream(votes).sum();
        var most = Arrays.stream(votes).max().orElse(0);
        return continuing == 0 || 2 * most > continuing || left().length == 1;
    }

    private int[] left() {
        return IntStream.range(0, options).filter(this::isIn).toArray();
    }

    private boolean isIn(int option) {
        return (in & 1L << option) != 0;
    }

    private record Weakest(int option, TieBreak tieBreak) {}

    /** The option that goes, or nobody where all that are left have never differed. */
    private Weakest weakest() {
        var left = left();
        var tied = lowest(left, votes);
        if (tied.length == 1) {
            return new Weakest(tied[0], TieBreak.NONE);
        }
        var all = tied.length == left.length;
        for (var round = earlier.size() - 1; round >= 0 && tied.length > 1; round--) {
            tied = lowest(tied, earlier.get(round));
        }
        if (tied.length == 1) {
            return new Weakest(tied[0], TieBreak.EARLIER_ROUND);
        }
        return all && tied.length == left.length
                ? new Weakest(NOBODY, TieBreak.NONE)
                : new Weakest(tied[tied.length - 1], TieBreak.LISTED_LAST);
    }

    private static int[] lowest(int[] among, long[] votes) {
        var least = Arrays.stream(among).mapToLong(option -> votes[option]).min().orElseThrow();
        return Arrays.stream(among).filter(option -> votes[option] == least).toArray();
    }

    private Exit exit(Weakest weakest) {
        var option = weakest.option();
        var exhaustedBefore = exhausted;
        var before = votes.clone();
        in &= ~(1L << option);
        votes[option] = 0;
        for (var paper = tops[option]; paper != NOBODY; ) {
            var next = below[paper];
            pass(paper);
            paper = next;
        }
        var transfers =
                Arrays.stream(left())
                        .filter(to -> votes[to] > before[to])
                        .mapToObj(to -> new Votes(to, votes[to] - before[to]))
                        .toList();
        return new Exit(option, weakest.tieBreak(), transfers, exhausted - exhaustedBefore);
    }

    private void pass(int paper) {
        var place = places[paper] + 1;
        while (place < ends[paper] && !isIn(orders[place])) {
            place++;
        }
        places[paper] = place;
        if (place < ends[paper]) {
            put(paper);
        } else {
            exhausted += weights[paper];
        }
    }

    private List<Votes> votes() {
        return Arrays.stream(left()).mapToObj(option -> new Votes(option, votes[option])).toList();
    }

    private List<Integer> chosen() {
        var most = Arrays.stream(votes).max().orElse(0);
        return most == 0
                ? List.of()
                : Arrays.stream(left()).filter(option -> votes[option] == most).boxed().toList();
    }
}
