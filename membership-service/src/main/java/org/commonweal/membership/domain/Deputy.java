package org.commonweal.membership.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Who stands in for a delegate who is away: named by the delegate, taken up by the deputy's own
 * act, and over with the dates or when either says so.
 */
public record Deputy(PersonId delegate, PersonId person, State state, Absence absence) {

    /** How long one absence can be; who is away for longer is not the delegate any more. */
    public static final Duration LONGEST = Duration.ofDays(92);

    /** From one moment until before another. */
    public record Absence(Instant from, Instant until) {

        boolean isPossible(Instant now) {
            return from.isBefore(until)
                    && now.isBefore(until)
                    && Duration.between(from, until).compareTo(LONGEST) <= 0;
        }
    }

    /**
     * What is known when somebody names a deputy.
     *
     * @param delegate whether who names is a delegate of the firm
     * @param colleague whether the deputy is another member of the same firm
     * @param delegateToo whether the deputy is a delegate anyhow
     * @param overlapping whether the delegate has named somebody for some of that time
     */
    public record Draft(
            boolean delegate,
            boolean colleague,
            boolean delegateToo,
            boolean overlapping,
            Absence absence) {

        public Ruling name(Instant now) {
            if (!delegate) {
                return new Ruling.Refused(Refusal.NOT_A_DELEGATE);
            }
            if (!colleague) {
                return new Ruling.Refused(Refusal.NO_COLLEAGUE);
            }
            if (delegateToo) {
                return new Ruling.Refused(Refusal.DELEGATE_TOO);
            }
            if (!absence.isPossible(now)) {
                return new Ruling.Refused(Refusal.DATES);
            }
            return overlapping ? new Ruling.Refused(Refusal.OVERLAPPING) : new Ruling.Possible();
        }
    }

    /** Only who was named takes it up, or does not. */
    public Ruling answer(PersonId by, Instant now) {
        if (!by.equals(person)) {
            return new Ruling.Refused(Refusal.NOT_NAMED);
        }
        return state == State.NAMED && now.isBefore(absence.until())
                ? new Ruling.Possible()
                : new Ruling.Refused(Refusal.OVER);
    }

    /** The delegate who is back early ends it, and so can the deputy. */
    public Ruling end(PersonId by) {
        if (!by.equals(person) && !by.equals(delegate)) {
            return new Ruling.Refused(Refusal.NOT_NAMED);
        }
        return switch (state) {
            case NAMED, ACCEPTED -> new Ruling.Possible();
            case DECLINED, ENDED -> new Ruling.Refused(Refusal.OVER);
        };
    }

    /** Whether the act may go on. */
    public sealed interface Ruling {
        record Possible() implements Ruling {}

        record Refused(Refusal reason) implements Ruling {}
    }

    /** What became of it. */
    public enum State {
        NAMED,
        ACCEPTED,
        DECLINED,
        ENDED
    }

    /** Why a deputy is not named, or does not answer. */
    public enum Refusal {
        NOT_A_DELEGATE,
        NO_COLLEAGUE,
        DELEGATE_TOO,
        DATES,
        OVERLAPPING,
        NOT_NAMED,
        OVER
    }
}
