package org.commonweal.purpose.loading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.purpose.domain.Order;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.PersonId;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is kept, told and read; what a kind does not need is absent.
 *
 * @param until the last day of the office
 * @param amountMinor in minor units of the currency
 */
@Schema(name = "Order")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderDocument(
        @Nullable UUID organization,
        @Nullable UUID person,
        @Nullable String office,
        @Nullable LocalDate until,
        @Nullable AdmissionDocument admission,
        @Nullable UUID pool,
        @Nullable Long amountMinor,
        @Nullable String currency) {

    /** A firm that is to take part. */
    @Schema(name = "Admission")
    public record AdmissionDocument(
            UUID organization, String name, String shortName, List<String> mailDomains) {

        public AdmissionDocument {
            mailDomains = List.copyOf(mailDomains);
        }
    }

    public static OrderDocument of(Order order) {
        return switch (order) {
            case Order.AdmitOrganization(var id, var name, var shortName, var domains) ->
                    new OrderDocument(
                            null,
                            null,
                            null,
                            null,
                            new AdmissionDocument(id.value(), name, shortName, domains),
                            null,
                            null,
                            null);
            case Order.RemoveOrganization(var id) ->
                    new OrderDocument(id.value(), null, null, null, null, null, null, null);
            case Order.RemoveMember(var who) -> of(who, null, null);
            case Order.GiveOffice(var who, var office, var until) -> of(who, office, until);
            case Order.EndOffice(var who, var office) -> of(who, office, null);
            case Order.Spend(var pool, var amount, var currency, var firm, var who) ->
                    new OrderDocument(
                            firm == null ? null : firm.value(),
                            who == null ? null : who.value(),
                            null,
                            null,
                            null,
                            pool,
                            amount,
                            currency);
        };
    }

    private static OrderDocument of(
            PersonId who, @Nullable String office, @Nullable LocalDate until) {
        return new OrderDocument(null, who.value(), office, until, null, null, null, null);
    }

    /** Of a kind that is one; fails when something is missing. */
    public Order order(Kind kind) {
        return switch (kind) {
            case ADMIT_ORGANIZATION -> admitted(there(admission));
            case REMOVE_ORGANIZATION ->
                    new Order.RemoveOrganization(new OrganizationId(there(organization)));
            case REMOVE_MEMBER -> new Order.RemoveMember(who());
            case GIVE_OFFICE -> new Order.GiveOffice(who(), there(office), there(until));
            case END_OFFICE -> new Order.EndOffice(who(), there(office));
            case SPEND ->
                    new Order.Spend(
                            there(pool),
                            there(amountMinor),
                            there(currency),
                            organization == null ? null : new OrganizationId(organization),
                            person == null ? null : new PersonId(person));
            case RATIFY_PURPOSE,
                    RENEW_PURPOSE,
                    CLOSE_PURPOSE,
                    CHANGE_RULES,
                    QUESTION,
                    CHANGE_STAGE ->
                    throw new IllegalArgumentException(kind + " is no order");
        };
    }

    private static Order admitted(AdmissionDocument firm) {
        return new Order.AdmitOrganization(
                new OrganizationId(firm.organization()),
                firm.name(),
                firm.shortName(),
                firm.mailDomains());
    }

    private PersonId who() {
        return new PersonId(there(person));
    }

    private static <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part, "each kind of order has its parts");
    }
}
