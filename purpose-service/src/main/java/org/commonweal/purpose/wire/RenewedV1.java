package org.commonweal.purpose.wire;

import java.time.LocalDate;
import java.util.UUID;

/** The active purpose got more time by an adopted ballot. */
public record RenewedV1(
        UUID purpose, String title, LocalDate before, LocalDate deadline, UUID proposal) {

    public static final String TYPE = "purpose.renewed.v1";
}
