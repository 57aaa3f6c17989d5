package org.commonweal.contribution.wire;

import java.time.Instant;
import java.util.UUID;

/**
 * An author brought an own contribution along from the alliance that this one came from; no clock,
 * need or credit follows.
 *
 * @param submittedAt when it was given there
 * @param from where it was given
 */
public record CarriedOverV1(
        UUID contribution,
        String kind,
        String title,
        UUID author,
        UUID organization,
        Instant submittedAt,
        FromV1 from) {

    public static final String TYPE = "contribution.carried-over.v1";

    /** The original, which stays where it is. */
    public record FromV1(UUID alliance, UUID contribution) {}
}
