package org.commonweal.membership.domain;

import java.time.Duration;
import java.time.Instant;

/** A personal invitation: one named person asks another, with a reason (claims B6, D13). */
public sealed interface Invitation {

    /** How long an invitation can be answered. */
    Duration STANDS_FOR = Duration.ofDays(30);

    /** How many persons one inviter may send the same text to. */
    int IDENTICAL_MOST = 3;

    int REASON_LEAST = 20;
    int ASK_LEAST = 10;

    int TEXT_MOST = 2_000;

    /** Not answered yet. */
    record Open(String email, OrganizationId organization, WayIn wayIn, Instant expiresAt)
            implements Invitation {

        /** Whoever logs in as the invited person, through the invited firm, may answer. */
        @Override
        public Answer answeredBy(Login login, Instant now) {
            if (!email.equals(login.provenEmail()) || !login.speaksFor(wayIn)) {
                return new Answer.Refused(Refusal.NOT_ADDRESSED);
            }
            if (now.isAfter(expiresAt)) {
                return new Answer.Refused(Refusal.EXPIRED);
            }
            return new Answer.Possible();
        }
    }

    /** Answered once; an answer is not taken back by answering again. */
    record Answered(String email, WayIn wayIn) implements Invitation {

        @Override
        public Answer answeredBy(Login login, Instant now) {
            return new Answer.Refused(
                    email.equals(login.provenEmail()) && login.speaksFor(wayIn)
                            ? Refusal.ANSWERED
                            : Refusal.NOT_ADDRESSED);
        }
    }

    Answer answeredBy(Login login, Instant now);

    /** Whether there is a place to take up for whoever says yes. */
    record Place(boolean alreadyMember, boolean seatsTaken) {

        public Answer taken() {
            if (alreadyMember) {
                return new Answer.Refused(Refusal.ALREADY_MEMBER);
            }
            return seatsTaken ? new Answer.Refused(Refusal.SEATS_TAKEN) : new Answer.Possible();
        }
    }

    /**
     * What is known when somebody wants to invite.
     *
     * @param addressOfAnotherFirm another firm has proved that the address's domain is its own
     */
    record Draft(
            String reason,
            String ask,
            boolean organizationKnown,
            boolean addressOfAnotherFirm,
            Place place,
            int identicalSent) {

        public Answer send() {
            if (reason.strip().length() < REASON_LEAST || ask.strip().length() < ASK_LEAST) {
                return new Answer.Refused(Refusal.REASON_MISSING);
            }
            if (!organizationKnown) {
                return new Answer.Refused(Refusal.ORGANIZATION_UNKNOWN);
            }
            if (addressOfAnotherFirm) {
                return new Answer.Refused(Refusal.ADDRESS_OF_ANOTHER_FIRM);
            }
            if (place.taken() instanceof Answer.Refused refused) {
                return refused;
            }
            return identicalSent >= IDENTICAL_MOST
                    ? new Answer.Refused(Refusal.IDENTICAL)
                    : new Answer.Possible();
        }
    }

    /** Whether the act may go on. */
    sealed interface Answer {
        record Possible() implements Answer {}

        record Refused(Refusal reason) implements Answer {}
    }

    /** Why an invitation is not sent or not answered. */
    enum Refusal {
        REASON_MISSING,
        ORGANIZATION_UNKNOWN,
        ADDRESS_OF_ANOTHER_FIRM,
        ALREADY_MEMBER,
        SEATS_TAKEN,
        IDENTICAL,
        NOT_ADDRESSED,
        EXPIRED,
        ANSWERED
    }
}
