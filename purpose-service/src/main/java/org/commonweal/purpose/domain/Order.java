package org.commonweal.purpose.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another service carries out when the members adopt it, once (claims C11, D20). Whether it
 * still can be is that service's to say, by its own facts.
 */
public sealed interface Order {

    /** Of which class it is, and so by which rule it is decided. */
    Matter matter();

    /**
     * A firm takes part from now on.
     *
     * @param organization its id, of a firm that has left the same one
     */
    record AdmitOrganization(
            OrganizationId organization, String name, String shortName, List<String> mailDomains)
            implements Order {

        public AdmitOrganization {
            mailDomains = List.copyOf(mailDomains);
        }

        @Override
        public Matter matter() {
            return Matter.MEMBERSHIP;
        }
    }

    /** A firm leaves with all its people. */
    record RemoveOrganization(OrganizationId organization) implements Order {
        @Override
        public Matter matter() {
            return Matter.MEMBERSHIP;
        }
    }

    /** A membership ends. */
    record RemoveMember(PersonId person) implements Order {
        @Override
        public Matter matter() {
            return Matter.MEMBERSHIP;
        }
    }

    /** A member is offered an office, such as CONVENER, until a day. */
    record GiveOffice(PersonId person, String office, LocalDate until) implements Order {
        @Override
        public Matter matter() {
            return Matter.OFFICES;
        }
    }

    /** A member's office ends before its day. */
    record EndOffice(PersonId person, String office) implements Order {
        @Override
        public Matter matter() {
            return Matter.OFFICES;
        }
    }

    /**
     * A pool pays.
     *
     * @param amountMinor in minor units of the currency
     * @param organization that is paid, or null
     * @param person who is paid, or null
     */
    record Spend(
            UUID pool,
            long amountMinor,
            String currency,
            @Nullable OrganizationId organization,
            @Nullable PersonId person)
            implements Order {

        public Spend {
            if ((organization == null) == (person == null)) {
                throw new IllegalArgumentException("an organization is paid, or a person");
            }
        }

        @Override
        public Matter matter() {
            return Matter.MONEY;
        }
    }
}
