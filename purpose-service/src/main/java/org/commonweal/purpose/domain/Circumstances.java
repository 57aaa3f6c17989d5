package org.commonweal.purpose.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an alliance when something is put to the vote.
 *
 * @param purpose the one that is to be voted on
 */
public record Circumstances(
        Optional<Purpose> purpose,
        Set<Obstacle> obstacles,
        Charter charter,
        Days days,
        Electorate electorate,
        Instant now) {

    public Circumstances {
        obstacles = Set.copyOf(obstacles);
    }

    /** What of the alliance can stand in the way of another ballot. */
    public enum Obstacle {
        ACTIVE_PURPOSE,
        PROPOSED_PURPOSE,
        BALLOT_ON_THE_PURPOSE,
        BALLOT_ON_THE_CHARTER
    }
}
