package org.commonweal.purpose.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Order;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.OrderDocument;
import org.jspecify.annotations.Nullable;

/**
 * The members adopted an order, which another service carries out, once.
 *
 * @param amountMinor in minor units of the currency
 */
public record DecisionAdoptedV1(
        UUID decision,
        String kind,
        long rulebookVersion,
        String title,
        @Nullable UUID organization,
        @Nullable UUID person,
        @Nullable String office,
        @Nullable LocalDate until,
        @Nullable AdmissionV1 admission,
        @Nullable UUID pool,
        @Nullable Long amountMinor,
        @Nullable String currency,
        String reason) {

    public static final String TYPE = "purpose.decision-adopted.v1";

    /** A firm that is to take part. */
    public record AdmissionV1(
            UUID organization, String name, String shortName, List<String> mailDomains) {

        public AdmissionV1 {
            mailDomains = List.copyOf(mailDomains);
        }
    }

    /** What a decision orders. */
    public static DecisionAdoptedV1 of(
            UUID decision, long rulebook, String title, Order order, String reason) {
        var parts = OrderDocument.of(order);
        var admission = parts.admission();
        return new DecisionAdoptedV1(
                decision,
                Kind.of(order).name(),
                rulebook,
                title,
                parts.organization(),
                parts.person(),
                parts.office(),
                parts.until(),
                admission == null
                        ? null
                        : new AdmissionV1(
                                admission.organization(),
                                admission.name(),
                                admission.shortName(),
                                admission.mailDomains()),
                parts.pool(),
                parts.amountMinor(),
                parts.currency(),
                reason);
    }
}
