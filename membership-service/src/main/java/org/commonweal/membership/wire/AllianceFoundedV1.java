package org.commonweal.membership.wire;

import java.util.UUID;

/** An alliance came to be, with the charter it starts under; durations are ISO 8601. */
public record AllianceFoundedV1(
        UUID alliance,
        String name,
        String slug,
        String timeZone,
        String acknowledgementLimit,
        CharterV1 charter,
        UUID founder,
        boolean history) {

    public static final String TYPE = "membership.alliance-founded.v1";

    /** The charter's numbers. */
    public record CharterV1(int quorumPerMillion, int thresholdPerMillion, String ballotMinimum) {}
}
