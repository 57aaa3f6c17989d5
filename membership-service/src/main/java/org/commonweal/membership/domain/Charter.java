package org.commonweal.membership.domain;

import java.time.Duration;

/**
 * The rules an alliance starts with, until its members ratify others.
 *
 * @param quorumPerMillion share of the electorate that must vote, in millionths
 * @param thresholdPerMillion share of yes among yes and no that adopts, in millionths
 * @param ballotMinimum how long a ballot stays open at least
 */
public record Charter(int quorumPerMillion, int thresholdPerMillion, Duration ballotMinimum) {

    public static final Charter DEFAULT = new Charter(500_000, 500_001, Duration.ofDays(1));

    public Charter {
        if (quorumPerMillion < 1 || quorumPerMillion > 1_000_000) {
            throw new IllegalArgumentException("a quorum is in [1, 1000000] millionths");
        }
        if (thresholdPerMillion < 1 || thresholdPerMillion > 1_000_000) {
            throw new IllegalArgumentException("a threshold is in [1, 1000000] millionths");
        }
        if (ballotMinimum.toSeconds() < 1 || ballotMinimum.toDays() > 90) {
            throw new IllegalArgumentException("a ballot stays open for 1 second to 90 days");
        }
    }
}
