package org.commonweal.purpose.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The decision about putting a purpose to the vote. */
public sealed interface Opening {

    /** A longer ballot would be a purpose that waits, not a vote. */
    Duration LONGEST = Duration.ofDays(90);

    record Opened(Ballot ballot) implements Opening {}

    /** The same command was carried out before. */
    record Repeated() implements Opening {}

    sealed interface Refused extends Opening {}

    record IdTaken() implements Refused {}

    record PurposeUnknown() implements Refused {}

    /** The alliance has a purpose; a new scope is a new alliance. */
    record AlreadyActive() implements Refused {}

    /** A ballot is open already; it must close first. */
    record AlreadyProposed() implements Refused {}

    record PurposeClosed() implements Refused {}

    record Incomplete(Set<Part> missing) implements Refused {}

    record TooShort(Duration minimum) implements Refused {}

    record TooLong() implements Refused {}

    /** No organization has a delegate, so nobody could decide. */
    record NobodyMayVote() implements Refused {}

    /**
     * Decides by what is known at {@code now}.
     *
     * @param other what stands in the way beside the purpose itself: an active purpose or an open
     *     ballot of the alliance
     */
    static Opening decide(
            ProposalId id,
            Purpose purpose,
            Obstacle other,
            Charter charter,
            Electorate electorate,
            Instant closesAt,
            Instant now) {
        return switch (other) {
            case ACTIVE_PURPOSE -> new AlreadyActive();
            case OPEN_BALLOT -> new AlreadyProposed();
            case NONE ->
                    switch (purpose) {
                        case Purpose.Active _ -> new AlreadyActive();
                        case Purpose.Proposed _ -> new AlreadyProposed();
                        case Purpose.Closed _ -> new PurposeClosed();
                        case Purpose.Draft draft ->
                                open(
                                        new Ballot(
                                                id,
                                                draft,
                                                now,
                                                closesAt,
                                                charter.rule(),
                                                electorate),
                                        charter);
                    };
        };
    }

    private static Opening open(Ballot ballot, Charter charter) {
        var length = Duration.between(ballot.opensAt(), ballot.closesAt());
        var missing = ballot.purpose().text().missing(charter.dayOf(ballot.closesAt()));
        if (!missing.isEmpty()) {
            return new Incomplete(missing);
        }
        if (length.compareTo(charter.ballotMinimum()) < 0 || !length.isPositive()) {
            return new TooShort(charter.ballotMinimum());
        }
        if (length.compareTo(LONGEST) > 0) {
            return new TooLong();
        }
        if (ballot.electorate().organizations().isEmpty()) {
            return new NobodyMayVote();
        }
        return new Opened(ballot);
    }

    /** What of the alliance stands in the way of another ballot. */
    enum Obstacle {
        NONE,
        ACTIVE_PURPOSE,
        OPEN_BALLOT
    }
}
