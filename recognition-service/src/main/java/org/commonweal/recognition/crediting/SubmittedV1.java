package org.commonweal.recognition.crediting;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.recognition.domain.Contribution;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.OrganizationId;
import org.commonweal.recognition.domain.PersonId;

/** What is used of {@code contribution.submitted.v1}. */
record SubmittedV1(UUID contribution, String title, UUID author, UUID organization) {

    Fact fact(Instant at) {
        return new Fact(
                new Contribution(
                        new ContributionId(contribution),
                        title,
                        new PersonId(author),
                        new OrganizationId(organization),
                        at,
                        null,
                        false),
                null);
    }
}
