package org.commonweal.purpose.wire;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The deadline of the active purpose passed by the database clock; it stays active until decided.
 */
public record DeadlineReachedV1(UUID purpose, String title, LocalDate deadline) {

    public static final String TYPE = "purpose.deadline-reached.v1";
}
