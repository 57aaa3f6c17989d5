package org.commonweal.purpose.domain;

import java.time.Instant;
import java.util.Optional;

/** The decision about one vote. */
public sealed interface Casting {

    record Cast(Choice choice) implements Casting {}

    /** The same command was carried out before. */
    record Repeated() implements Casting {}

    record Refused(Refusal refusal) implements Casting {}

    /** Why a member cannot vote on a ballot. */
    enum Refusal {
        ID_TAKEN,
        NOT_A_DELEGATE,
        NOT_IN_ELECTORATE,
        BALLOT_CLOSED
    }

    static Casting decide(Voter voter, Instant closesAt, Instant now, Choice choice) {
        return obstacle(voter, closesAt, now)
                .<Casting>map(Refused::new)
                .orElseGet(() -> new Cast(choice));
    }

    /** What keeps a member from voting; the same answer is shown on the page and to the command. */
    static Optional<Refusal> obstacle(Voter voter, Instant closesAt, Instant now) {
        if (!voter.delegate()) {
            return Optional.of(Refusal.NOT_A_DELEGATE);
        }
        if (!voter.elector()) {
            return Optional.of(Refusal.NOT_IN_ELECTORATE);
        }
        // The clock decides, not whether the count has been made yet.
        return now.isBefore(closesAt) ? Optional.empty() : Optional.of(Refusal.BALLOT_CLOSED);
    }

    /**
     * A member before a ballot.
     *
     * @param delegate whether the member casts the vote of the own organization today
     * @param elector whether that organization is in the frozen electorate
     */
    record Voter(boolean delegate, boolean elector) {}
}
