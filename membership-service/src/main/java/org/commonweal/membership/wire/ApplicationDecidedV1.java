package org.commonweal.membership.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application was answered.
 *
 * @param offer the invitation that an accepted applicant may take up
 */
public record ApplicationDecidedV1(
        UUID application, UUID organization, boolean accepted, @Nullable UUID offer) {

    public static final String TYPE = "membership.application-decided.v1";
}
