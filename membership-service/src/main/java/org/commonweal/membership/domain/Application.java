package org.commonweal.membership.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to join for a firm. To be accepted is to be offered it, not to be a member (B6).
 */
public sealed interface Application {

    /** How long a refused person waits before applying to the same alliance again. */
    Duration REST = Duration.ofDays(30);

    int REASON_LEAST = 20;

    /**
     * Nobody has decided yet.
     *
     * @param seatsTaken whether the firm has no seat for the class that is offered
     */
    record Open(boolean applicantIsMember, boolean seatsTaken) implements Application {

        /** A firm decides on its own applicants; one without delegates is decided for by all. */
        @Override
        public Answer decided(Decision decision) {
            if (decision.reason().strip().length() < REASON_LEAST) {
                return new Answer.Refused(Refusal.REASON_MISSING);
            }
            if (!decision.accepted()) {
                return new Answer.Possible();
            }
            if (!decision.offer().isWhole()) {
                return new Answer.Refused(Refusal.CALL_MISMATCH);
            }
            if (applicantIsMember) {
                return new Answer.Refused(Refusal.ALREADY_MEMBER);
            }
            if (seatsTaken) {
                return new Answer.Refused(Refusal.SEATS_TAKEN);
            }
            return decision.ask().strip().length() < Invitation.ASK_LEAST
                    ? new Answer.Refused(Refusal.ASK_MISSING)
                    : new Answer.Possible();
        }

        @Override
        public Answer withdrawn() {
            return new Answer.Possible();
        }
    }

    /** Accepted, refused or withdrawn: once. */
    record Closed() implements Application {

        @Override
        public Answer decided(Decision decision) {
            return new Answer.Refused(Refusal.CLOSED);
        }

        @Override
        public Answer withdrawn() {
            return new Answer.Refused(Refusal.CLOSED);
        }
    }

    Answer decided(Decision decision);

    Answer withdrawn();

    /**
     * What those who decide say.
     *
     * @param reason read by the applicant, whatever the decision is
     * @param ask the first thing that an accepted applicant is asked for; blank in a refusal
     * @param offer as what an accepted applicant would belong
     */
    record Decision(boolean accepted, String reason, String ask, Invitation.Offer offer) {}

    /**
     * What is known when somebody wants to apply.
     *
     * @param firm how the people of the firm applied for log in; null when there is no such firm
     * @param refusedAt when the person was last refused here
     */
    record Draft(
            FrontDoor door,
            @Nullable WayIn firm,
            boolean alreadyMember,
            boolean appliedAlready,
            @Nullable Instant refusedAt) {

        /** A closed door says nothing but that there is nothing. */
        public Answer send(Login login, long questionsVersion, List<String> answers, Instant now) {
            if (!door.open()) {
                return new Answer.Refused(Refusal.DOOR_CLOSED);
            }
            if (alreadyMember) {
                return new Answer.Refused(Refusal.ALREADY_MEMBER);
            }
            if (appliedAlready) {
                return new Answer.Refused(Refusal.APPLIED_ALREADY);
            }
            if (refusedAt != null && now.isBefore(refusedAt.plus(REST))) {
                return new Answer.Refused(Refusal.REFUSED_LATELY);
            }
            if (firm == null) {
                return new Answer.Refused(Refusal.ORGANIZATION_UNKNOWN);
            }
            return login.speaksFor(firm)
                    ? complete(questionsVersion, answers)
                    : new Answer.Refused(Refusal.OTHER_FIRM);
        }

        private Answer complete(long questionsVersion, List<String> answers) {
            if (questionsVersion != door.version()) {
                return new Answer.Refused(Refusal.QUESTIONS_CHANGED);
            }
            return door.isAnsweredBy(answers)
                    ? new Answer.Possible()
                    : new Answer.Refused(Refusal.UNANSWERED);
        }
    }

    /** Whether the act may go on. */
    sealed interface Answer {
        record Possible() implements Answer {}

        record Refused(Refusal reason) implements Answer {}
    }

    /** Why an application is not sent, decided or withdrawn. */
    enum Refusal {
        DOOR_CLOSED,
        ALREADY_MEMBER,
        APPLIED_ALREADY,
        REFUSED_LATELY,
        ORGANIZATION_UNKNOWN,
        OTHER_FIRM,
        QUESTIONS_CHANGED,
        UNANSWERED,
        REASON_MISSING,
        ASK_MISSING,
        CALL_MISMATCH,
        SEATS_TAKEN,
        CLOSED
    }
}
