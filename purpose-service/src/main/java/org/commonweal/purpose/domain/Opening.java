package org.commonweal.purpose.domain;

import static org.commonweal.purpose.domain.Circumstances.Obstacle.ACTIVE_PURPOSE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_CHARTER;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.BALLOT_ON_THE_PURPOSE;
import static org.commonweal.purpose.domain.Circumstances.Obstacle.PROPOSED_PURPOSE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The decision about putting something to the vote. */
public sealed interface Opening {

    /** A longer ballot would be a purpose that waits, not a vote. */
    Duration LONGEST = Duration.ofDays(90);

    /** Beyond it a charter could ask for longer ballots than can be opened. */
    Duration LONGEST_MINIMUM = Duration.ofDays(30);

    record Opened(Ballot ballot) implements Opening {}

    /** The same command was carried out before. */
    record Repeated() implements Opening {}

    sealed interface Refused extends Opening {}

    record IdTaken() implements Refused {}

    /** Members put to the vote. */
    record ClassNotAllowed() implements Refused {}

    record PurposeUnknown() implements Refused {}

    /** The alliance has a purpose; a new scope beside it is a new alliance. */
    record AlreadyActive() implements Refused {}

    /** A ballot on it is open already, and must close first. */
    record AlreadyProposed() implements Refused {}

    /** Only an active purpose has a deadline to renew, and an end to come to. */
    record NotRatified() implements Refused {}

    record PurposeClosed() implements Refused {}

    record Incomplete(Set<Part> missing) implements Refused {}

    /** A renewal gives more time, beyond its own ballot. */
    record DeadlineNotLater(LocalDate present) implements Refused {}

    /** A ballot on the charter is open already, and must close first. */
    record CharterAlreadyProposed() implements Refused {}

    record CharterUnchanged() implements Refused {}

    record MinimumOutOfRange() implements Refused {}

    record TooShort(Duration minimum) implements Refused {}

    record TooLong() implements Refused {}

    /** No organization has a delegate, so nobody could decide. */
    record NobodyMayVote() implements Refused {}

    /** Decides by what is known at that moment. */
    static Opening decide(ProposalId id, Wish wish, Circumstances known, Instant closesAt) {
        Function<Motion, Opening> open = motion -> open(id, motion, known, closesAt);
        return switch (wish) {
            case Wish.RatifyPurpose _ -> ratify(known, closesAt, open);
            case Wish.RenewPurpose renewal -> renew(renewal, known, closesAt, open);
            case Wish.ClosePurpose(_, var conclusion) ->
                    onActive(
                            known,
                            active -> open.apply(new Motion.ClosePurpose(active, conclusion)));
            case Wish.ChangeCharter change -> change(change, known, open);
        };
    }

    private static Opening ratify(
            Circumstances known, Instant closesAt, Function<Motion, Opening> open) {
        if (known.purpose().isEmpty()) {
            return new PurposeUnknown();
        }
        if (known.obstacles().contains(ACTIVE_PURPOSE)) {
            return new AlreadyActive();
        }
        if (known.obstacles().contains(PROPOSED_PURPOSE)) {
            return new AlreadyProposed();
        }
        return switch (known.purpose().get()) {
            case Purpose.Active _ -> new AlreadyActive();
            case Purpose.Proposed _ -> new AlreadyProposed();
            case Purpose.Closed _ -> new PurposeClosed();
            case Purpose.Draft draft -> {
                var missing = draft.text().missing(known.days().dayOf(closesAt));
                yield missing.isEmpty()
                        ? open.apply(new Motion.RatifyPurpose(draft.proposed()))
                        : new Incomplete(missing);
            }
        };
    }

    private static Opening renew(
            Wish.RenewPurpose renewal,
            Circumstances known,
            Instant closesAt,
            Function<Motion, Opening> open) {
        return onActive(
                known,
                active -> {
                    var present =
                            Objects.requireNonNull(active.text().deadline(), "it was ratified");
                    var deadline = renewal.deadline();
                    return deadline.isAfter(present)
                                    && deadline.isAfter(known.days().dayOf(closesAt))
                            ? open.apply(
                                    new Motion.RenewPurpose(
                                            active, present, deadline, renewal.reason()))
                            : new DeadlineNotLater(present);
                });
    }

    private static Opening onActive(Circumstances known, Function<Purpose.Active, Opening> then) {
        if (known.purpose().isEmpty()) {
            return new PurposeUnknown();
        }
        return switch (known.purpose().get()) {
            case Purpose.Draft _, Purpose.Proposed _ -> new NotRatified();
            case Purpose.Closed _ -> new PurposeClosed();
            case Purpose.Active active ->
                    known.obstacles().contains(BALLOT_ON_THE_PURPOSE)
                            ? new AlreadyProposed()
                            : then.apply(active);
        };
    }

    private static Opening change(
            Wish.ChangeCharter change, Circumstances known, Function<Motion, Opening> open) {
        var charter = known.charter();
        var terms = change.onto(charter.terms());
        if (known.obstacles().contains(BALLOT_ON_THE_CHARTER)) {
            return new CharterAlreadyProposed();
        }
        if (terms.equals(charter.terms())) {
            return new CharterUnchanged();
        }
        var minimum = terms.ballotMinimum();
        if (change.ballotMinimum() != null
                && (minimum.toSeconds() < 1 || minimum.compareTo(LONGEST_MINIMUM) > 0)) {
            return new MinimumOutOfRange();
        }
        return open.apply(
                new Motion.ChangeCharter(charter, change.title(), terms, change.reason()));
    }

    private static Opening open(
            ProposalId id, Motion motion, Circumstances known, Instant closesAt) {
        var length = Duration.between(known.now(), closesAt);
        var minimum = known.charter().terms().ballotMinimum();
        if (length.compareTo(minimum) < 0 || !length.isPositive()) {
            return new TooShort(minimum);
        }
        if (length.compareTo(LONGEST) > 0) {
            return new TooLong();
        }
        if (known.electorate().organizations().isEmpty()) {
            return new NobodyMayVote();
        }
        return new Opened(
                new Ballot(id, motion, known.now(), closesAt, known.charter(), known.electorate()));
    }
}
