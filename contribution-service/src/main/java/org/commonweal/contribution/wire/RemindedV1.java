package org.commonweal.contribution.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Half of the time for an answer has passed; {@code of} are those whose turn it is. */
public record RemindedV1(UUID contribution, String title, Instant acknowledgeBy, List<UUID> of) {

    public static final String TYPE = "contribution.reminded.v1";

    public RemindedV1 {
        of = List.copyOf(of);
    }
}
