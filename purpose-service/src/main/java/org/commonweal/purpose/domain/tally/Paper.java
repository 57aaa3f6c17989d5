package org.commonweal.purpose.domain.tally;

import java.util.List;

/**
 * One ballot paper. Whoever splits a vote hands in several, whose weights add up to that vote.
 *
 * @param weight in millionths of a vote, 1 to 100,000,000
 */
public record Paper<M>(int weight, M marks) {

    /** One whole vote. */
    public static final int VOTE = 1_000_000;

    static final int WEIGHT_MAX = 100 * VOTE;
    static final int PAPERS_MAX = 1_000_000;

    /** Shares of a total are compared after multiplication by a million, which has to fit. */
    static final long TOTAL_MAX = 9_000_000_000_000L;

    public Paper {
        if (weight < 1 || weight > WEIGHT_MAX) {
            throw new IllegalArgumentException("weight must be in [1, 10^8]: " + weight);
        }
    }

    /** A paper of one whole vote. */
    public static <M> Paper<M> of(M marks) {
        return new Paper<>(VOTE, marks);
    }

    /**
     * The weight of all.
     *
     * @throws IllegalArgumentException if there are more than a million papers or nine million
     *     votes
     */
    static long total(List<? extends Paper<?>> papers) {
        if (papers.size() > PAPERS_MAX) {
            throw new IllegalArgumentException("more than a million papers");
        }
        var total = 0L;
        for (var paper : papers) {
            total += paper.weight();
        }
        if (total > TOTAL_MAX) {
            throw new IllegalArgumentException("more than nine million votes");
        }
        return total;
    }
}
