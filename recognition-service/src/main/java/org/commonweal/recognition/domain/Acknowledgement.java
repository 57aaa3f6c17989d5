package org.commonweal.recognition.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said: this helped.
 *
 * @param organization the author's on the day of the contribution; null where none is known
 * @param byOrganization that of the person who acknowledged; null where none is known
 * @param first true for the one that the contribution is credited at
 */
public record Acknowledgement(
        ContributionId contribution,
        PersonId author,
        @Nullable OrganizationId organization,
        PersonId by,
        @Nullable OrganizationId byOrganization,
        Instant at,
        boolean first) {

    /** The author's organization when another one acknowledged, else null. */
    @Nullable OrganizationId organizationKnownToAnother() {
        return organization == null || byOrganization == null || organization.equals(byOrganization)
                ? null
                : organization;
    }

    public boolean byAnotherOrganization() {
        return organizationKnownToAnother() != null;
    }
}
