package org.commonweal.membership.wire;

import java.util.UUID;

/** A firm that had said a last day stays. */
public record LeavingWithdrawnV1(UUID organization) {

    public static final String TYPE = "membership.leaving-withdrawn.v1";
}
