package org.commonweal.membership.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alliance came to be, with the charter it starts under; durations are ISO 8601. */
public record AllianceFoundedV1(
        UUID alliance,
        String name,
        String slug,
        String timeZone,
        String acknowledgementLimit,
        CharterV1 charter,
        UUID founder,
        boolean history,
        @Nullable LineageV1 lineage) {

    public static final String TYPE = "membership.alliance-founded.v1";

    /** What it came from, where it was founded for another purpose. */
    public record LineageV1(UUID alliance, UUID purpose, UUID fork) {}

    /** The charter's numbers. */
    public record CharterV1(int quorumPerMillion, int thresholdPerMillion, String ballotMinimum) {}
}
