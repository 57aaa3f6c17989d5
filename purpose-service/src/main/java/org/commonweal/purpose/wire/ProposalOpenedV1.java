package org.commonweal.purpose.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ballot opened over a frozen electorate. */
public record ProposalOpenedV1(
        UUID proposal,
        String kind,
        UUID purpose,
        String title,
        Instant opensAt,
        Instant closesAt,
        List<UUID> electorate,
        int quorumPerMillion,
        int thresholdPerMillion,
        Instant standingsAsOf) {

    public static final String TYPE = "purpose.proposal-opened.v1";
}
