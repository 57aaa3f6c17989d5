package org.commonweal.membership.moving;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Move;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.NewestFirst;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Offers as they are read: the SQL. Each begins at the caller's standing. */
@Component
class Moves {

    private static final String CONCERNING_ME =
            """
            SELECT v.*, v.code_hash IS NOT NULL AS agreed, v.person_id = me.person_id AS mine,
                   CASE WHEN v.state = 'OFFERED' AND v.expires_at <= app_now() THEN 'EXPIRED'
                        ELSE v.state END AS shown_state
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
            JOIN move v ON v.alliance_id = me.alliance_id
                 AND (v.person_id = me.person_id AND NOT own.besides
                      OR v.organization_id = me.organization_id
                      AND (own.administrator OR own.delegate))
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private final NewestFirst<MoveView> list;

    Moves(ScopedDatabase database, Cursors cursors) {
        list = new NewestFirst<>(database, cursors, CONCERNING_ME, Moves::view, MoveView::id);
    }

    /** Empty for everybody but the person, at home, and the officials of the offering firm. */
    Mono<MoveView> one(Caller caller, UUID id) {
        return list.one(caller, id);
    }

    /** Those for the caller and those of the firm that the caller speaks for, newest first. */
    Mono<Page<MoveView>> page(Caller caller, @Nullable String cursor, int limit) {
        return list.page(caller, cursor, limit);
    }

    private static MoveView view(Readable row) {
        return new MoveView(
                Columns.of(row, "id", UUID.class),
                Move.Kind.valueOf(Columns.of(row, "kind", String.class)),
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "offered_by", UUID.class),
                Columns.of(row, "reason", String.class),
                MoveView.State.valueOf(Columns.of(row, "shown_state", String.class)),
                Columns.of(row, "agreed", Boolean.class),
                Columns.of(row, "mine", Boolean.class),
                Columns.of(row, "offered_at", Instant.class),
                Columns.of(row, "expires_at", Instant.class),
                row.get("answered_at", Instant.class));
    }
}
