package org.commonweal.purpose.domain.tally;

import java.util.List;

/**
 * Ranked choice by instant run-off. Each paper counts for the option that it ranks highest among
 * those still in; while none has more than half of what still counts, the weakest goes out.
 *
 * <p>Of several that are equally weak goes the one that had less in the latest earlier round in
 * which they differed; if they never differed, the one that the question lists last, which the
 * round says. If all that are left have the same and never differed, they share the first place.
 *
 * @param rounds at least one, the last one decides
 * @param blank weight of the papers that rank nothing
 */
public record Runoff(List<Round> rounds, long blank, List<Integer> chosen) implements Result {

    public Runoff {
        rounds = List.copyOf(rounds);
        chosen = List.copyOf(chosen);
    }

    /** Why one of several equally weak options went. */
    public enum TieBreak {
        /** It was weaker alone: there was nothing to break. */
        NONE,
        EARLIER_ROUND,
        LISTED_LAST
    }

    /**
     * One round.
     *
     * @param votes of each option that is still in, in the question's order
     * @param exhausted weight of the papers that rank none of them, blank ones excepted
     * @param out the option that goes, and what becomes of its papers; empty in the last round
     */
    public record Round(List<Votes> votes, long exhausted, List<Exit> out) {

        public Round {
            votes = List.copyOf(votes);
            out = List.copyOf(out);
        }
    }

    /** What one option has. */
    public record Votes(int option, long weight) {}

    /**
     * An option goes.
     *
     * @param transfers to whom its papers go, where any do, in the question's order
     * @param exhausted weight of those that rank nobody else who is still in
     */
    public record Exit(int option, TieBreak tieBreak, List<Votes> transfers, long exhausted) {

        public Exit {
            transfers = List.copyOf(transfers);
        }
    }

    /**
     * Counts.
     *
     * @throws IllegalArgumentException if a paper gives two options the same rank
     */
    public static Runoff count(int options, List<Paper<Ranking>> papers) {
        Options.require(options);
        Paper.total(papers);
        return new RunoffCount(options, papers).run();
    }
}
