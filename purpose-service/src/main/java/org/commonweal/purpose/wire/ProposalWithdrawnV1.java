package org.commonweal.purpose.wire;

import java.util.UUID;

/** Who brought it up took it back before a vote. */
public record ProposalWithdrawnV1(UUID proposal, String title) {

    public static final String TYPE = "purpose.proposal-withdrawn.v1";
}
