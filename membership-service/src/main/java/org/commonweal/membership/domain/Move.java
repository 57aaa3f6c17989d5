package org.commonweal.membership.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A firm offers a member of another one to come over, or to work for it besides; the person alone
 * decides (claims B6, E3).
 */
public record Move(Kind kind, OrganizationId to, WayIn wayIn, State state, Instant expiresAt) {

    /** How long an offer can be taken up. */
    public static final Duration STANDS_FOR = Duration.ofDays(30);

    public static final int REASON_LEAST = 20;
    public static final int REASON_MOST = 2_000;

    /** What becomes of the present firm. */
    public enum Kind {
        /** The new firm takes its place. */
        MOVE,
        /** It stays the home firm; the new one is the host, besides. */
        SECONDMENT
    }

    /** What is known when somebody offers a place at the own firm. */
    public record Draft(Kind kind, Offerer by, Candidate whom, Room room, String reason) {

        public Answer offer() {
            if (!by.administrator() && !by.delegate()) {
                return new Answer.Refused(Refusal.NOT_AN_OFFICIAL);
            }
            if (!whom.member()) {
                return new Answer.Refused(Refusal.NO_MEMBER);
            }
            if (whom.atHomeHere() || (kind == Kind.SECONDMENT && whom.secondedHere())) {
                return new Answer.Refused(Refusal.OF_THE_FIRM);
            }
            if (kind == Kind.SECONDMENT && whom.seconded()) {
                return new Answer.Refused(Refusal.TWO_FIRMS_ALREADY);
            }
            if (reason.strip().length() < REASON_LEAST) {
                return new Answer.Refused(Refusal.REASON_MISSING);
            }
            if (room.offered()) {
                return new Answer.Refused(Refusal.OFFERED_ALREADY);
            }
            return room.seatsTaken()
                    ? new Answer.Refused(Refusal.SEATS_TAKEN)
                    : new Answer.Possible();
        }
    }

    /** What whoever offers does for the own firm. */
    public record Offerer(boolean administrator, boolean delegate) {}

    /**
     * To whom it is offered. A host may offer a move to whom it has already: then it becomes home.
     *
     * @param atHomeHere whether the firm is the person's home
     * @param seconded whether the person has a second firm, whichever it is
     * @param secondedHere whether it is this one
     */
    public record Candidate(
            boolean member, boolean atHomeHere, boolean seconded, boolean secondedHere) {}

    /** Whether the firm has a place, and has not promised it to this person before. */
    public record Room(boolean seatsTaken, boolean offered) {}

    /** The person says yes or no as who the person is today. */
    public Answer answered(Instant now) {
        return switch (state) {
            case ACCEPTED, DECLINED -> new Answer.Refused(Refusal.ANSWERED);
            case OFFERED ->
                    now.isBefore(expiresAt)
                            ? new Answer.Possible()
                            : new Answer.Refused(Refusal.EXPIRED);
        };
    }

    /**
     * Whoever logs in as the new firm's people do takes it up; another login than the person's
     * present one needs the code that was told to that one. A login is of one firm, so a second
     * firm needs another.
     */
    public Answer takenUp(Login login, Proof proof, Space space, Instant now) {
        if (!proof.samePerson() && !proof.code()) {
            return new Answer.Refused(Refusal.NOT_ADDRESSED);
        }
        if (answered(now) instanceof Answer.Refused refused) {
            return refused;
        }
        if (!login.speaksFor(wayIn)) {
            return new Answer.Refused(Refusal.OTHER_WAY_IN);
        }
        if (!proof.samePerson() && proof.knownAsAnother()) {
            return new Answer.Refused(Refusal.KNOWN_AS_ANOTHER);
        }
        if (kind == Kind.SECONDMENT && proof.samePerson()) {
            return new Answer.Refused(Refusal.ONE_LOGIN_ONE_FIRM);
        }
        if (kind == Kind.SECONDMENT && space.seconded()) {
            return new Answer.Refused(Refusal.TWO_FIRMS_ALREADY);
        }
        return space.seatsTaken() ? new Answer.Refused(Refusal.SEATS_TAKEN) : new Answer.Possible();
    }

    /** Whether the firm has a seat left, and the person a second firm by now. */
    public record Space(boolean seatsTaken, boolean seconded) {}

    /**
     * How a login is known to be the person's.
     *
     * @param samePerson it is a login by which the person stands for the home firm today
     * @param code it brings the code that was told to that login
     * @param knownAsAnother it has been somebody else in an alliance
     */
    public record Proof(boolean samePerson, boolean code, boolean knownAsAnother) {}

    /** Whether the act may go on. */
    public sealed interface Answer {
        record Possible() implements Answer {}

        record Refused(Refusal reason) implements Answer {}
    }

    /** What became of an offer. */
    public enum State {
        OFFERED,
        ACCEPTED,
        DECLINED
    }

    /** Why a move is not offered or not taken up. */
    public enum Refusal {
        NOT_AN_OFFICIAL,
        NO_MEMBER,
        OF_THE_FIRM,
        REASON_MISSING,
        OFFERED_ALREADY,
        SEATS_TAKEN,
        NOT_ADDRESSED,
        ANSWERED,
        EXPIRED,
        OTHER_WAY_IN,
        KNOWN_AS_ANOTHER,
        ONE_LOGIN_ONE_FIRM,
        TWO_FIRMS_ALREADY
    }
}
