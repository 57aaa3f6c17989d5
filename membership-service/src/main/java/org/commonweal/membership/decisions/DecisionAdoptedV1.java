package org.commonweal.membership.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.membership.domain.Office;
import org.commonweal.membership.domain.Order;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.jspecify.annotations.Nullable;

/** What we need of purpose-service's fact that the members adopted an order. */
record DecisionAdoptedV1(
        UUID decision,
        String kind,
        String title,
        @Nullable UUID organization,
        @Nullable UUID person,
        @Nullable String office,
        @Nullable LocalDate until,
        @Nullable AdmissionV1 admission) {

    /** A firm that is to take part. */
    record AdmissionV1(UUID organization, String name, String shortName, List<String> mailDomains) {

        AdmissionV1 {
            mailDomains = List.copyOf(mailDomains);
        }

        Order order() {
            return new Order.Admit(new OrganizationId(organization), name, shortName, mailDomains);
        }
    }

    /** Null when it is another service's to carry out; fails when something is missing. */
    @Nullable Order order() {
        return switch (kind) {
            case "ADMIT_ORGANIZATION" -> needed(admission).order();
            case "REMOVE_ORGANIZATION" ->
                    new Order.RemoveOrganization(new OrganizationId(needed(organization)));
            case "REMOVE_MEMBER" -> new Order.RemoveMember(new PersonId(needed(person)));
            case "GIVE_OFFICE" ->
                    new Order.GiveOffice(
                            new PersonId(needed(person)),
                            new Office(needed(office)),
                            needed(until));
            case "END_OFFICE" ->
                    new Order.EndOffice(new PersonId(needed(person)), new Office(needed(office)));
            default -> null;
        };
    }

    private <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value, () -> kind + " says too little");
    }
}
