package org.commonweal.purpose.domain;

import java.util.Collection;

/**
 * The votes of yes and no of a closed ballot, against all that could have been cast; in millionths
 * of a vote.
 */
public record Tally(long yes, long no, long abstain, long block, long electorate) {

    /** More yes than no. */
    private static final Shares MAJORITY = new Shares(0, Shares.WHOLE / 2 + 1);

    public Tally {
        if (yes < 0 || no < 0 || abstain < 0 || block < 0) {
            throw new IllegalArgumentException("votes cannot be negative");
        }
        if (electorate < 0 || yes + no + abstain + block > electorate) {
            throw new IllegalArgumentException("more votes than electors");
        }
    }

    /** Counts what stands at the close: each elector's weight at most once. */
    public static Tally of(Collection<Vote> votes, long electorate) {
        long yes = 0;
        long no = 0;
        long abstain = 0;
        long block = 0;
        for (var vote : votes) {
            switch (vote.choice()) {
                // Whoever marks options takes part in what the question decides.
                case YES, MARKED -> yes += vote.weight();
                case NO -> no += vote.weight();
                case ABSTAIN -> abstain += vote.weight();
                case BLOCK -> block += vote.weight();
            }
        }
        return new Tally(yes, no, abstain, block, electorate);
    }

    /** By consent nothing needs to be said; else nothing is adopted without one yes. */
    public Outcome outcome(Method method, Shares shares) {
        if (!hasQuorum(shares)) {
            return Outcome.NO_QUORUM;
        }
        var adopted =
                switch (method) {
                    case CONSENT -> no == 0 && electorate > 0;
                    case BLOCK -> block == 0 && isCarried(shares);
                    case MAJORITY -> isCarried(MAJORITY);
                    case SUPERMAJORITY -> isCarried(shares);
                };
        return adopted ? Outcome.ADOPTED : Outcome.REJECTED;
    }

    boolean hasQuorum(Shares shares) {
        return shares.hasQuorum(yes + no + abstain + block, electorate);
    }

    private boolean isCarried(Shares shares) {
        return yes > 0 && shares.hasThreshold(yes, yes + no);
    }

    /**
     * A part of a vote that was cast, or all of it.
     *
     * @param weight in millionths of a vote
     */
    public record Vote(Choice choice, long weight) {}
}
