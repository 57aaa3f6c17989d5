package org.commonweal.membership.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A firm has said its last day; until it is over nothing is different. */
public record LeavingAnnouncedV1(UUID organization, LocalDate lastDay, Instant leavesAt) {

    public static final String TYPE = "membership.leaving-announced.v1";
}
