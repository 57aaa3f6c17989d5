package org.commonweal.recognition.thanking;

import java.time.Instant;
import java.util.UUID;

/** A thank-you as members read it. */
record ThankYouV1(
        UUID id,
        UUID contribution,
        String title,
        UUID from,
        UUID fromOrganization,
        UUID to,
        String text,
        Instant at) {}
