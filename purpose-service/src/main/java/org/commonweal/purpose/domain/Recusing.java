package org.commonweal.purpose.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision to leave a ballot to the others, or to take part after all. Who is recused counts
 * neither as a vote nor as one that is missing.
 */
public sealed interface Recusing {

    /**
     * A vote that was cast is withdrawn by it.
     *
     * @param reason for everybody to read
     */
    record Recused(String reason) implements Recusing {}

    /** The elector is asked again. */
    record TakenBack() implements Recusing {}

    /** The same command was carried out before, or nothing would change. */
    record Unchanged() implements Recusing {}

    record Refused(Casting.Refusal refusal) implements Recusing {}

    /**
     * @param paper whether a voting paper was signed for the elector: then a vote may lie in the
     *     box, and nobody can tell which
     * @param reason null to take a recusal back
     */
    static Recusing decide(
            Casting.Voter voter,
            boolean paper,
            Casting.Terms ballot,
            Instant now,
            @Nullable String reason) {
        var present = new Casting.Voter(voter.delegate(), voter.elector(), false);
        var obstacle = Casting.obstacle(present, ballot, now);
        if (obstacle.isPresent()) {
            return new Refused(obstacle.get());
        }
        if (reason != null) {
            return paper ? new Refused(Casting.Refusal.PAPER_SIGNED) : new Recused(reason);
        }
        return voter.recused() ? new TakenBack() : new Unchanged();
    }
}
