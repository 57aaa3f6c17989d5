package org.commonweal.purpose.wire;

import java.time.LocalDate;
import java.util.UUID;

/** A purpose became the active one of its alliance by an adopted ballot. */
public record RatifiedV1(
        UUID purpose,
        String title,
        String output,
        String measure,
        LocalDate deadline,
        String goal) {

    public static final String TYPE = "purpose.ratified.v1";
}
