package org.commonweal.recognition.crediting;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.recognition.domain.Acknowledgement;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.OrganizationId;
import org.commonweal.recognition.domain.PersonId;
import org.jspecify.annotations.Nullable;

/** What is used of {@code contribution.acknowledgement-imported.v1}. */
record AcknowledgementImportedV1(
        UUID contribution,
        UUID by,
        @Nullable UUID byOrganization,
        Instant at,
        UUID author,
        @Nullable UUID organization,
        Instant writtenAt,
        String title,
        boolean firstByAnother) {

    Fact fact() {
        return Fact.of(
                title,
                writtenAt,
                new Acknowledgement(
                        new ContributionId(contribution),
                        new PersonId(author),
                        OrganizationId.ofNullable(organization),
                        new PersonId(by),
                        OrganizationId.ofNullable(byOrganization),
                        at,
                        firstByAnother));
    }
}
