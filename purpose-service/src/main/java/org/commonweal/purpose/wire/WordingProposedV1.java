package org.commonweal.purpose.wire;

import java.time.Instant;
import java.util.UUID;

/**
 * A member proposed other words for the active purpose.
 *
 * @param title as it would be
 * @param until when they are in force unless somebody calls them a major change
 */
public record WordingProposedV1(UUID fix, UUID purpose, String title, Instant until) {

    public static final String TYPE = "purpose.wording-proposed.v1";
}
