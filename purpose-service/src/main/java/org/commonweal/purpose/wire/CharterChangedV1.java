package org.commonweal.purpose.wire;

import java.util.UUID;

/** A version of the charter came into force by an adopted ballot, for those that open after it. */
public record CharterChangedV1(
        long version,
        int quorumPerMillion,
        int thresholdPerMillion,
        String ballotMinimum,
        UUID proposal,
        String title) {

    public static final String TYPE = "purpose.charter-changed.v1";
}
