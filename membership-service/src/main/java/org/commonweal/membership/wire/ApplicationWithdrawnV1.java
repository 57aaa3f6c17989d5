package org.commonweal.membership.wire;

import java.util.UUID;

/** The applicant took the application back; no reason is asked. */
public record ApplicationWithdrawnV1(UUID application, UUID organization) {

    public static final String TYPE = "membership.application-withdrawn.v1";
}
