package org.commonweal.contribution.wire;

import java.time.Instant;
import java.util.UUID;

/** A named person of another firm acknowledged; the first one stops the clock. */
public record AcknowledgedV1(
        UUID contribution,
        UUID goal,
        String title,
        UUID acknowledgement,
        UUID by,
        UUID byOrganization,
        UUID author,
        UUID organization,
        boolean first,
        Instant submittedAt,
        Instant acknowledgedAt) {

    public static final String TYPE = "contribution.acknowledged.v1";
}
