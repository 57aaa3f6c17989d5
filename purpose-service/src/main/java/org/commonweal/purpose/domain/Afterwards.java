package org.commonweal.purpose.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** The decision about saying what came of a decision, at once or when it is looked at again. */
public sealed interface Afterwards {

    /** Further off, nobody remembers what was meant. */
    Period LONGEST = Period.ofYears(5);

    /**
     * As often is it said what came of it, and as often looked at again: all of it stays readable.
     */
    int MOST = 20;

    /**
     * @param reviewOn when it is looked at again from now on
     * @param sameDay whether that is as before, with all that was asked on it
     */
    record Said(Optional<LocalDate> reviewOn, boolean sameDay) implements Afterwards {}

    /** The same command was carried out before. */
    record Repeated() implements Afterwards {}

    record Refused(Refusal refusal) implements Afterwards {}

    /** Why it is not said. */
    enum Refusal {
        ID_TAKEN,
        CLASS_NOT_ALLOWED,
        NOT_WHO_PROPOSED,
        NOT_DECIDED,
        CHANGED_MEANWHILE,
        SAID_TOO_OFTEN,
        NOTHING_TO_REVIEW,
        OUTCOME_NOT_STATED,
        DECISION_ENDED,
        REVIEW_DAY_OUT_OF_RANGE,
        ONLY_KEPT_IS_REVIEWED_AGAIN,
        FOLLOW_UP_UNKNOWN
    }

    /**
     * Says what came of it, or says it anew.
     *
     * @param read how often it was said when the member read it
     */
    static Afterwards state(
            Decided decided, Member by, long read, Optional<LocalDate> reviewOn, LocalDate today) {
        if (decided.outcome().isEmpty()) {
            return new Refused(Refusal.NOT_DECIDED);
        }
        if (!decided.isSpokenForBy(by)) {
            return new Refused(Refusal.NOT_WHO_PROPOSED);
        }
        if (decided.statements() != read) {
            return new Refused(Refusal.CHANGED_MEANWHILE);
        }
        if (decided.statements() >= MOST) {
            return new Refused(Refusal.SAID_TOO_OFTEN);
        }
        if (reviewOn.equals(decided.reviewOn())) {
            return new Said(reviewOn, true);
        }
        if (reviewOn.isPresent() && !decided.isAdopted()) {
            return new Refused(Refusal.NOTHING_TO_REVIEW);
        }
        if (reviewOn.isPresent() && decided.ended()) {
            return new Refused(Refusal.DECISION_ENDED);
        }
        return on(reviewOn, today);
    }

    /** Says what is found when an adopted decision is looked at again, on its day or before. */
    static Afterwards review(Decided decided, Member by, Look look, LocalDate today) {
        if (!decided.isAdopted()) {
            return new Refused(Refusal.NOTHING_TO_REVIEW);
        }
        if (!decided.isSpokenForBy(by)) {
            return new Refused(Refusal.NOT_WHO_PROPOSED);
        }
        if (decided.statements() == 0) {
            return new Refused(Refusal.OUTCOME_NOT_STATED);
        }
        if (decided.ended()) {
            return new Refused(Refusal.DECISION_ENDED);
        }
        if (decided.reviews() >= MOST) {
            return new Refused(Refusal.SAID_TOO_OFTEN);
        }
        if (look.next().isPresent() && look.finding() != Finding.KEPT) {
            return new Refused(Refusal.ONLY_KEPT_IS_REVIEWED_AGAIN);
        }
        return look.followUpIsKnown()
                ? on(look.next(), today)
                : new Refused(Refusal.FOLLOW_UP_UNKNOWN);
    }

    private static Afterwards on(Optional<LocalDate> day, LocalDate today) {
        var fits =
                day.filter(it -> !it.isAfter(today) || it.isAfter(today.plus(LONGEST))).isEmpty();
        return fits ? new Said(day, false) : new Refused(Refusal.REVIEW_DAY_OUT_OF_RANGE);
    }

    /**
     * What is found.
     *
     * @param next when it is looked at once more
     * @param followUpIsKnown whether what it names as gone on from it is another proposal here, or
     *     it names none
     */
    record Look(Finding finding, Optional<LocalDate> next, boolean followUpIsKnown) {}
}
