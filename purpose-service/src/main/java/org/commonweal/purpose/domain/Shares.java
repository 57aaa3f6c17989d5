package org.commonweal.purpose.domain;

/**
 * The shares that a ballot needs, in millionths so that nothing is rounded.
 *
 * @param quorumPerMillion least share of the electorate that votes, abstentions included
 * @param thresholdPerMillion least share of yes among yes and no
 */
public record Shares(int quorumPerMillion, int thresholdPerMillion) {

    public static final int WHOLE = 1_000_000;

    public Shares {
        requireShare(quorumPerMillion);
        requireShare(thresholdPerMillion);
    }

    private static void requireShare(int perMillion) {
        if (perMillion < 0 || perMillion > WHOLE) {
            throw new IllegalArgumentException("share must be in [0, 1000000]: " + perMillion);
        }
    }

    boolean hasQuorum(long votes, long electorate) {
        return isMet(quorumPerMillion, votes, electorate);
    }

    boolean hasThreshold(long yes, long decided) {
        return isMet(thresholdPerMillion, yes, decided);
    }

    /**
     * A share that is met exactly is met, and so is one that is missed by less than a millionth: a
     * third cannot be written in millionths, and two of three are two thirds whether the charter
     * says 666,666 or 666,667. Compared by multiplying, never by dividing.
     */
    private static boolean isMet(int perMillion, long part, long whole) {
        return part * WHOLE > (perMillion - 1L) * whole;
    }
}
