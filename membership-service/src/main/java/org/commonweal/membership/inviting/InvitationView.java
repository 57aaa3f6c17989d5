package org.commonweal.membership.inviting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.ParticipantClass;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the inviter and the invited person see it.
 *
 * @param call the one goal that a guest may give to
 */
record InvitationView(
        UUID id,
        String email,
        String name,
        UUID organization,
        UUID inviter,
        @JsonProperty("class") ParticipantClass memberClass,
        @Nullable UUID call,
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
