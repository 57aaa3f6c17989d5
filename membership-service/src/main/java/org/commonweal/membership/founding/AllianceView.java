package org.commonweal.membership.founding;

import java.time.Instant;
import java.util.UUID;

/** What an alliance is, as its members see it; durations are ISO 8601. */
record AllianceView(
        UUID id,
        String name,
        String slug,
        String timeZone,
        String acknowledgementLimit,
        CharterView charter,
        UUID founder,
        Instant foundedAt,
        boolean history) {

    record CharterView(int quorumPerMillion, int thresholdPerMillion, String ballotMinimum) {}
}
