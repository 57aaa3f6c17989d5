package org.commonweal.purpose.wire;

import java.util.UUID;

/**
 * A new community was founded for another purpose; this one stays as it is.
 *
 * @param alliance the new one, which whoever is told here may know nothing else of
 */
public record ForkFoundedV1(UUID fork, UUID purpose, String title, UUID alliance) {

    public static final String TYPE = "purpose.fork-founded.v1";
}
