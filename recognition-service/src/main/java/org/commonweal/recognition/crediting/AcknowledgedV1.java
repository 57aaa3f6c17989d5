package org.commonweal.recognition.crediting;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.recognition.domain.Acknowledgement;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.OrganizationId;
import org.commonweal.recognition.domain.PersonId;

/** What is used of {@code contribution.acknowledged.v1}. */
record AcknowledgedV1(
        UUID contribution,
        String title,
        UUID by,
        UUID byOrganization,
        UUID author,
        UUID organization,
        boolean first,
        Instant submittedAt,
        Instant acknowledgedAt) {

    Fact fact() {
        return Fact.of(
                title,
                submittedAt,
                new Acknowledgement(
                        new ContributionId(contribution),
                        new PersonId(author),
                        new OrganizationId(organization),
                        new PersonId(by),
                        new OrganizationId(byOrganization),
                        acknowledgedAt,
                        first));
    }
}
