package org.commonweal.purpose.domain.tally;

import java.util.List;

/**
 * Yes and no, by weight. A block is a no that can stop the whole; an abstention counts for the
 * quorum alone; whoever is recused is neither here nor in the electorate.
 *
 * @param electorate the weight that could have voted
 */
public record Assent(long yes, long no, long block, long abstain, long electorate) {

    public static final int WHOLE = 1_000_000;

    public Assent {
        if (yes < 0 || no < 0 || block < 0 || abstain < 0) {
            throw new IllegalArgumentException("votes cannot be negative");
        }
        if (electorate > Paper.TOTAL_MAX || yes + no + block + abstain > electorate) {
            throw new IllegalArgumentException("more votes than electors");
        }
    }

    /** What a paper says. */
    public enum Voice {
        YES,
        NO,
        BLOCK,
        ABSTAIN
    }

    /** By what a yes-or-no question is decided. */
    public enum Method {
        /** Adopted unless somebody says no or blocks; silence is consent. */
        CONSENT,
        /** The threshold, and nobody blocks. */
        BLOCK,
        /** More yes than no. */
        MAJORITY,
        /** The threshold. */
        SUPERMAJORITY
    }

    /** How it ended. */
    public enum Verdict {
        ADOPTED,
        REJECTED,
        NO_QUORUM
    }

    /** Adds up. */
    public static Assent count(List<Paper<Voice>> papers, long electorate) {
        Paper.total(papers);
        var yes = 0L;
        var no = 0L;
        var block = 0L;
        var abstain = 0L;
        for (var paper : papers) {
            switch (paper.marks()) {
                case YES -> yes += paper.weight();
                case NO -> no += paper.weight();
                case BLOCK -> block += paper.weight();
                case ABSTAIN -> abstain += paper.weight();
            }
        }
        return new Assent(yes, no, block, abstain, electorate);
    }

    /**
     * The verdict. Where votes are counted nothing is adopted without a yes, and by consent nothing
     * where nobody is left who could have objected.
     *
     * @param quorumPerMillion least share of the electorate that votes
     * @param thresholdPerMillion least share of yes among yes, no and block
     */
    public Verdict verdict(Method method, int quorumPerMillion, int thresholdPerMillion) {
        if (!isMet(quorumPerMillion, yes + no + block + abstain, electorate)) {
            return Verdict.NO_QUORUM;
        }
        var against = no + block;
        var enough = isMet(thresholdPerMillion, yes, yes + against);
        var adopted =
                switch (method) {
                    case CONSENT -> against == 0 && electorate > 0;
                    case BLOCK -> yes > 0 && block == 0 && enough;
                    case MAJORITY -> yes > against;
                    case SUPERMAJORITY -> yes > 0 && enough;
                };
        return adopted ? Verdict.ADOPTED : Verdict.REJECTED;
    }

    /** As a rule's shares are: what is missed by less than a millionth is met. */
    public static boolean isMet(int perMillion, long part, long whole) {
        return part * WHOLE > (perMillion - 1L) * whole;
    }
}
