package org.commonweal.membership.wire;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of an agreement, and from when on it is in force.
 *
 * @param afterwards what whoever has not accepted it may do from then on
 */
public record AgreementWrittenV1(
        UUID agreement, long version, String title, Instant requiredFrom, String afterwards) {

    public static final String TYPE = "membership.agreement-written.v1";
}
