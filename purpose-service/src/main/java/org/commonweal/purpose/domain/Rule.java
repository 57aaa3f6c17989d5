package org.commonweal.purpose.domain;

/**
 * By which shares a ballot is decided, in millionths so that nothing is rounded.
 *
 * @param quorumPerMillion least share of the electorate that votes, abstentions included
 * @param thresholdPerMillion least share of yes among yes and no
 */
public record Rule(int quorumPerMillion, int thresholdPerMillion) {

    public static final int WHOLE = 1_000_000;

    public Rule {
        requireShare(quorumPerMillion);
        requireShare(thresholdPerMillion);
    }

    private static void requireShare(int perMillion) {
        if (perMillion < 0 || perMillion > WHOLE) {
            throw new IllegalArgumentException("share must be in [0, 1000000]: " + perMillion);
        }
    }
}
