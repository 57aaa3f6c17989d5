package org.commonweal.membership.wire;

import java.util.UUID;

/** A person accepted a version of an agreement, by their own act. */
public record AgreementAcceptedV1(UUID agreement, long version, UUID person) {

    public static final String TYPE = "membership.agreement-accepted.v1";
}
