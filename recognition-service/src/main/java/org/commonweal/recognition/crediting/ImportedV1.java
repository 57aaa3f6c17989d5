package org.commonweal.recognition.crediting;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.recognition.domain.Contribution;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.OrganizationId;
import org.commonweal.recognition.domain.PersonId;
import org.jspecify.annotations.Nullable;

/** What is used of {@code contribution.imported.v1}. */
record ImportedV1(
        UUID contribution,
        String title,
        UUID author,
        @Nullable UUID organization,
        Instant writtenAt) {

    Fact fact() {
        return new Fact(
                new Contribution(
                        new ContributionId(contribution),
                        title,
                        new PersonId(author),
                        OrganizationId.ofNullable(organization),
                        writtenAt,
                        null,
                        false),
                null);
    }
}
