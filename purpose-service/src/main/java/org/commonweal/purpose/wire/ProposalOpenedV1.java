package org.commonweal.purpose.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ballot opened over a frozen electorate; one on the charter is about no purpose. */
public record ProposalOpenedV1(
        UUID proposal,
        String kind,
        @Nullable UUID purpose,
        String title,
        Instant opensAt,
        Instant closesAt,
        List<UUID> electorate,
        long charterVersion,
        int quorumPerMillion,
        int thresholdPerMillion,
        Instant standingsAsOf) {

    public static final String TYPE = "purpose.proposal-opened.v1";
}
