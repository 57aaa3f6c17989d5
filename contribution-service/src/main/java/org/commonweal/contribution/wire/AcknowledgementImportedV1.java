package org.commonweal.contribution.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An acknowledgement is known from imported history; firstByAnother once per contribution. */
public record AcknowledgementImportedV1(
        UUID acknowledgement,
        UUID contribution,
        String kind,
        UUID by,
        @Nullable UUID byOrganization,
        Instant at,
        UUID author,
        @Nullable UUID organization,
        Instant writtenAt,
        String title,
        boolean firstByAnother) {

    public static final String TYPE = "contribution.acknowledgement-imported.v1";
}
