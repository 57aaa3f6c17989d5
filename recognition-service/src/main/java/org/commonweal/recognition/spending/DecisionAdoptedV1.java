package org.commonweal.recognition.spending;

import java.util.Objects;
import java.util.UUID;
import org.commonweal.recognition.domain.Money;
import org.commonweal.recognition.domain.OrganizationId;
import org.commonweal.recognition.domain.PersonId;
import org.commonweal.recognition.domain.Spending;
import org.jspecify.annotations.Nullable;

/** What we need of purpose-service's fact that the members adopted an order. */
record DecisionAdoptedV1(
        UUID decision,
        String kind,
        String title,
        @Nullable UUID organization,
        @Nullable UUID person,
        @Nullable UUID pool,
        @Nullable Long amountMinor,
        @Nullable String currency) {

    /** Null when it is another service's to carry out; fails when something is missing. */
    @Nullable Spending spending() {
        return kind.equals("SPEND")
                ? new Spending(
                        Objects.requireNonNull(pool),
                        new Money(
                                Objects.requireNonNull(amountMinor),
                                Objects.requireNonNull(currency)),
                        payee())
                : null;
    }

    private Spending.@Nullable Payee payee() {
        if (person != null) {
            return new Spending.Payee.Person(new PersonId(person));
        }
        return organization == null
                ? null
                : new Spending.Payee.Organization(new OrganizationId(organization));
    }
}
