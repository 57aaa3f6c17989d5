package org.commonweal.purpose.wire;

import java.util.UUID;

/** A dialogue came to no ballot in the time that the rulebook gives it. */
public record ProposalExpiredV1(UUID proposal, String title) {

    public static final String TYPE = "purpose.proposal-expired.v1";
}
