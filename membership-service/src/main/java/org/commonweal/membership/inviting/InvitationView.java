package org.commonweal.membership.inviting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation as the inviter and the invited person see it. */
record InvitationView(
        UUID id,
        String email,
        String name,
        UUID organization,
        UUID inviter,
        String reason,
        String ask,
        State state,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant answeredAt) {

    enum State {
        SENT,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        EXPIRED
    }
}
