package org.commonweal.membership.moving;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Move;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the person and the offering firm's officials see it; the present firm learns of it
 * when it is taken up.
 *
 * @param agreed whether the person holds a code with which another login takes it up
 * @param mine whether it is for the reader
 */
record MoveView(
        UUID id,
        Move.Kind kind,
        UUID person,
        UUID organization,
        UUID offeredBy,
        String reason,
        State state,
        boolean agreed,
        boolean mine,
        Instant offeredAt,
        Instant expiresAt,
        @Nullable Instant answeredAt) {

    enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }
}
