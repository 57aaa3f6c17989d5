package org.commonweal.contribution.wire;

import java.time.Instant;
import java.util.UUID;

/** A member gave something to a goal; the clock for an answer runs. */
public record SubmittedV1(
        UUID contribution,
        UUID goal,
        String kind,
        String title,
        UUID author,
        UUID organization,
        Instant acknowledgeBy) {

    public static final String TYPE = "contribution.submitted.v1";
}
