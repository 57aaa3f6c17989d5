package org.commonweal.purpose.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision to give a vote to another member for a while. The holder's own act makes it a proxy;
 * the giver's own vote always stands; and only the own vote can be given, so that none is passed
 * on.
 */
public sealed interface Giving {

    /** For longer one asks again. */
    Duration TERM_MAX = Duration.ofDays(92);

    /**
     * @param until the first moment in which it is over
     */
    record Given(Instant until) implements Giving {}

    record Repeated() implements Giving {}

    record Refused(Refusal refusal) implements Giving {}

    /** Why a vote cannot be given. */
    enum Refusal {
        ID_TAKEN,
        NOT_A_DELEGATE,
        CLASS_NOT_ALLOWED,
        /** The holder is no member. */
        HOLDER_UNKNOWN,
        /** The holder casts this vote anyhow. */
        HOLDER_VOTES_ANYHOW,
        /** The holder holds as many as the rulebook lets one hold. */
        HOLDER_FULL,
        PROPOSAL_UNKNOWN,
        /** Nothing is to be voted on there any more, or another's votes are counted there. */
        PROPOSAL_OVER,
        /** Who holds a vote casts it by name, and there are no names. */
        PROPOSAL_ANONYMOUS,
        DATES,
        /** The vote is given already. */
        GIVEN_ALREADY
    }

    static Giving decide(Giver giver, Holder holder, Scope scope, Instant now) {
        if (!giver.entitled()) {
            return new Refused(giver.firms() ? Refusal.NOT_A_DELEGATE : Refusal.CLASS_NOT_ALLOWED);
        }
        if (!holder.member()) {
            return new Refused(Refusal.HOLDER_UNKNOWN);
        }
        if (holder.votesAnyhow()) {
            return new Refused(Refusal.HOLDER_VOTES_ANYHOW);
        }
        if (scope.named() && !scope.known()) {
            return new Refused(Refusal.PROPOSAL_UNKNOWN);
        }
        if (scope.named() && (scope.over() || isOver(scope.closesAt(), now))) {
            return new Refused(Refusal.PROPOSAL_OVER);
        }
        if (scope.anonymous()) {
            return new Refused(Refusal.PROPOSAL_ANONYMOUS);
        }
        var until = until(scope, now);
        if (!until.isAfter(now) || until.isAfter(now.plus(TERM_MAX))) {
            return new Refused(Refusal.DATES);
        }
        if (giver.givenAlready()) {
            return new Refused(Refusal.GIVEN_ALREADY);
        }
        return holder.held() < holder.most() ? new Given(until) : new Refused(Refusal.HOLDER_FULL);
    }

    private static boolean isOver(@Nullable Instant closesAt, Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    /** With the ballot it is over anyhow. */
    private static Instant until(Scope scope, Instant now) {
        var wanted = scope.until() == null ? now.plus(TERM_MAX) : scope.until();
        var closesAt = scope.closesAt();
        return closesAt != null && closesAt.isBefore(wanted) ? closesAt : wanted;
    }

    /**
     * Whose vote it is.
     *
     * @param firms whether it is the firm's, not the person's
     * @param entitled whether the member can give it
     * @param givenAlready whether it is for the same ballots, accepted or not answered
     */
    record Giver(boolean firms, boolean entitled, boolean givenAlready) {}

    /**
     * @param votesAnyhow whether it is the giver, or a delegate of that firm
     * @param held how many votes of others the member holds
     * @param most how many the rulebook lets one hold
     */
    record Holder(boolean member, boolean votesAnyhow, int held, int most) {}

    /**
     * For what it is given.
     *
     * @param named for one proposal, else for all
     * @param over whether it is decided, or its ballot counts votes of others than the giver's kind
     * @param anonymous whether its ballot takes votes without names alone
     * @param closesAt null before its ballot opens, and where none is named
     * @param until null for as long as can be
     */
    record Scope(
            boolean named,
            boolean known,
            boolean over,
            boolean anonymous,
            @Nullable Instant closesAt,
            @Nullable Instant until) {}
}
