package org.commonweal.membership.merging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as the administrators of both firms see it.
 *
 * @param ours whether the reader's firm has proposed it, and would go on as the other
 * @param effect what it would change today; null once it is answered or too old
 */
record MergerView(
        UUID id,
        UUID from,
        UUID into,
        UUID proposedBy,
        State state,
        boolean ours,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant answeredAt,
        @Nullable MergerEffect effect) {

    enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        EXPIRED
    }
}
