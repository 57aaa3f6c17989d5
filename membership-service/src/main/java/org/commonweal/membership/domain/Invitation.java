package org.commonweal.membership.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
            return answerable(now);
        }

        @Override
        public Answer answerable(Instant now) {
            return now.isAfter(expiresAt)
                    ? new Answer.Refused(Refusal.EXPIRED)
                    : new Answer.Possible();
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

        @Override
        public Answer answerable(Instant now) {
            return new Answer.Refused(Refusal.ANSWERED);
        }
    }

    Answer answeredBy(Login login, Instant now);

    /** Whether it can be answered at all, whoever does. */
    Answer answerable(Instant now);

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
     * As what the person would belong.
     *
     * @param call the one goal that a guest may give to; null for everybody else
     */
    record Offer(ParticipantClass as, @Nullable UUID call) {

        /** A guest, and nobody else, is bound to one call. */
        public boolean isWhole() {
            return (as == ParticipantClass.GUEST) == (call != null);
        }
    }

    /**
     * What is known when somebody wants to invite.
     *
     * @param addressOfAnotherFirm another firm has proved that the address's domain is its own
     */
    record Draft(
            ParticipantClass by,
            Offer offer,
            String reason,
            String ask,
            boolean organizationKnown,
            boolean addressOfAnotherFirm,
            Place place,
            int identicalSent) {

        public Answer send() {
            if (!by.may(ParticipantClass.Right.INVITE)) {
                return new Answer.Refused(Refusal.CLASS_NOT_ALLOWED);
            }
            if (!offer.isWhole()) {
                return new Answer.Refused(Refusal.CALL_MISMATCH);
            }
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
        CLASS_NOT_ALLOWED,
        CALL_MISMATCH,
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
