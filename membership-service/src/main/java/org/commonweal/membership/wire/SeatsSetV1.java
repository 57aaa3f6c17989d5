package org.commonweal.membership.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many people a firm may have here, told to itself alone; null is as many as come. */
public record SeatsSetV1(UUID organization, @Nullable Integer seats) {

    public static final String TYPE = "membership.seats-set.v1";
}
