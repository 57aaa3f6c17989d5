package org.commonweal.contribution.wire;

import java.util.List;
import java.util.UUID;

/** The time for an answer is over; the delegates of all other firms are asked. */
public record EscalatedV1(UUID contribution, String title, List<UUID> of) {

    public static final String TYPE = "contribution.escalated.v1";

    public EscalatedV1 {
        of = List.copyOf(of);
    }
}
