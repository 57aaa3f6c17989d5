package org.commonweal.contribution.wire;

import java.util.UUID;

/** A named person of another firm declined, and said why. */
public record DeclinedV1(
        UUID contribution,
        UUID goal,
        String title,
        UUID refusal,
        UUID by,
        UUID byOrganization,
        UUID author,
        UUID organization,
        String reason) {

    public static final String TYPE = "contribution.declined.v1";
}
