package org.commonweal.purpose.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ballot opened over a frozen electorate; one on the rulebook is about no purpose.
 *
 * @param electors how many there are
 * @param electorate the firms among which they are
 * @param hidden whether nobody sees a count or a choice before the close
 * @param anonymous whether nobody ever sees whose vote is which
 * @param follows the proposal that a new one goes on from
 */
public record ProposalOpenedV1(
        UUID proposal,
        String kind,
        String matter,
        @Nullable UUID purpose,
        String title,
        Instant opensAt,
        Instant closesAt,
        String body,
        String method,
        int electors,
        List<UUID> electorate,
        long rulebookVersion,
        int quorumPerMillion,
        int thresholdPerMillion,
        Instant standingsAsOf,
        boolean hidden,
        boolean anonymous,
        @Nullable UUID follows) {

    public static final String TYPE = "purpose.proposal-opened.v1";
}
