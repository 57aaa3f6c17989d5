package org.commonweal.membership.inviting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
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

    static InvitationView of(Readable row) {
        return new InvitationView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "email", String.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "inviter_id", UUID.class),
                Columns.of(row, "reason", String.class),
                Columns.of(row, "ask", String.class),
                State.valueOf(Columns.of(row, "shown_state", String.class)),
                Columns.of(row, "sent_at", Instant.class),
                Columns.of(row, "expires_at", Instant.class),
                row.get("answered_at", Instant.class));
    }

    enum State {
        SENT,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }
}
