package org.commonweal.membership.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the members decided and this service carries out (claims C11, D20): each order says from how
 * things stand whether it can be. What cannot be is refused for good; to try again is another
 * decision.
 */
public sealed interface Order {

    /** A firm takes part from now on; its people still join by their own act. */
    record Admit(
            OrganizationId organization, String name, String shortName, List<String> mailDomains)
            implements Order {

        public Admit {
            mailDomains = List.copyOf(mailDomains);
        }

        /** One that has left comes back as the same. */
        public Ruling of(Presence now) {
            return switch (now) {
                case UNKNOWN, LEFT -> new Ruling.Possible();
                case HERE -> new Ruling.Refused(Obstacle.ORGANIZATION_HERE_ALREADY);
                case HISTORICAL -> new Ruling.Refused(Obstacle.ORGANIZATION_OF_HISTORY);
            };
        }
    }

    /** A firm leaves as a whole. */
    record RemoveOrganization(OrganizationId organization) implements Order {

        public Ruling of(Presence now) {
            return switch (now) {
                case HERE -> new Ruling.Possible();
                case LEFT -> new Ruling.Refused(Obstacle.ORGANIZATION_GONE);
                case UNKNOWN, HISTORICAL -> new Ruling.Refused(Obstacle.ORGANIZATION_UNKNOWN);
            };
        }
    }

    /** A membership ends; what the person gave stays. */
    record RemoveMember(PersonId person) implements Order {

        public Ruling of(Belonging now) {
            return switch (now) {
                case ACTIVE, SUSPENDED -> new Ruling.Possible();
                case ENDED -> new Ruling.Refused(Obstacle.PERSON_GONE);
                case NEVER -> new Ruling.Refused(Obstacle.PERSON_UNKNOWN);
            };
        }
    }

    /** A member is offered an office until a day; nobody holds it who has not taken it up. */
    record GiveOffice(PersonId person, Office office, LocalDate until) implements Order {

        public Ruling of(Candidate now) {
            if (now.belonging() == Belonging.NEVER) {
                return new Ruling.Refused(Obstacle.PERSON_UNKNOWN);
            }
            if (now.belonging() != Belonging.ACTIVE) {
                return new Ruling.Refused(Obstacle.PERSON_GONE);
            }
            if (now.as() == null || !now.as().may(ParticipantClass.Right.HOLD_OFFICE)) {
                return new Ruling.Refused(Obstacle.CLASS_NOT_ALLOWED);
            }
            if (!now.endsAt().isAfter(now.at())) {
                return new Ruling.Refused(Obstacle.OFFICE_DAY_OVER);
            }
            if (now.holdsIt()) {
                return new Ruling.Refused(Obstacle.OFFICE_HELD_ALREADY);
            }
            return now.seats().full()
                    ? new Ruling.Refused(Obstacle.SEAT_CAP_REACHED)
                    : new Ruling.Possible();
        }
    }

    /** A member's office ends before its day. */
    record EndOffice(PersonId person, Office office) implements Order {}

    /** Whether a firm is here. */
    enum Presence {
        UNKNOWN,
        HERE,
        LEFT,
        /** Named by an imported history alone. */
        HISTORICAL
    }

    /** Whether a person belongs. */
    enum Belonging {
        NEVER,
        ACTIVE,
        /** A member whom the firm's directory has suspended. */
        SUSPENDED,
        ENDED
    }

    /**
     * Who is to get an office.
     *
     * @param as null for who never belonged
     * @param endsAt when the last day of the office is over
     * @param at what time it is
     * @param holdsIt whether the office is the person's already, or offered to them
     */
    record Candidate(
            Belonging belonging,
            @Nullable ParticipantClass as,
            Instant endsAt,
            Instant at,
            boolean holdsIt,
            Seats seats) {}

    /**
     * How many offices people of the firm hold or are offered, and how many it may.
     *
     * @param most null where the rulebook sets no bound
     */
    record Seats(long taken, @Nullable Integer most) {

        boolean full() {
            return most != null && taken >= most;
        }
    }

    /** Whether the order can be carried out. */
    sealed interface Ruling {
        record Possible() implements Ruling {}

        record Refused(Obstacle reason) implements Ruling {}
    }

    /** Why an order is not carried out. */
    enum Obstacle {
        ORGANIZATION_HERE_ALREADY,
        ORGANIZATION_OF_HISTORY,
        ORGANIZATION_UNKNOWN,
        ORGANIZATION_GONE,
        PERSON_UNKNOWN,
        PERSON_GONE,
        CLASS_NOT_ALLOWED,
        OFFICE_DAY_OVER,
        OFFICE_HELD_ALREADY,
        SEAT_CAP_REACHED,
        OFFICE_NOT_HELD
    }
}
