package org.commonweal.membership.merging;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.NewestFirst;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mergers as they are read, by administrators alone: the SQL. Each begins at a standing. */
@Component
class Mergers {

    private static final String AN_ADMINISTRATORS =
            """
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
                 AND own.administrator
            """;

    private static final String WHERE_ME =
            """
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static final String OF_MY_FIRM =
            """
            SELECT v.*, v.from_id = me.organization_id AS ours,
                   CASE WHEN v.state = 'PROPOSED' AND v.expires_at <= app_now() THEN 'EXPIRED'
                        ELSE v.state END AS shown_state
            """
                    + EffectColumns.COLUMNS
                    + AN_ADMINISTRATORS
                    + """
                    JOIN merger v ON v.alliance_id = me.alliance_id
                         AND me.organization_id IN (v.from_id, v.into_id)
                    JOIN organization a ON a.alliance_id = v.alliance_id AND a.id = v.from_id
                    JOIN organization o ON o.alliance_id = v.alliance_id AND o.id = v.into_id
                    """
                    + WHERE_ME;

    private static final String BEFOREHAND =
            "SELECT 1 AS one"
                    + EffectColumns.COLUMNS
                    + AN_ADMINISTRATORS
                    + """
                    JOIN organization a ON a.alliance_id = me.alliance_id
                         AND a.id = me.organization_id
                    JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = :into
                    """
                    + WHERE_ME;

    private final ScopedDatabase database;
    private final NewestFirst<MergerView> list;

    Mergers(ScopedDatabase database, Cursors cursors) {
        this.database = database;
        list = new NewestFirst<>(database, cursors, OF_MY_FIRM, Mergers::view, MergerView::id);
    }

    /** Empty for everybody but the administrators of both firms. */
    Mono<MergerView> one(Caller caller, UUID id) {
        return list.one(caller, id);
    }

    /** Those of the caller's firm, newest first; none for who does not administer it. */
    Mono<Page<MergerView>> page(Caller caller, @Nullable String cursor, int limit) {
        return list.page(caller, cursor, limit);
    }

    /** What it would change if the caller's firm went on as another; empty as above. */
    Mono<MergerEffect> effect(Caller caller, UUID into) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(BEFOREHAND))
                                .bind("into", into)
                                .map(row -> EffectColumns.of(row))
                                .one());
    }

    private static MergerView view(Readable row) {
        var state = MergerView.State.valueOf(Columns.of(row, "shown_state", String.class));
        return new MergerView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "from_id", UUID.class),
                Columns.of(row, "into_id", UUID.class),
                Columns.of(row, "proposed_by", UUID.class),
                state,
                Columns.of(row, "ours", Boolean.class),
                Columns.of(row, "proposed_at", Instant.class),
                Columns.of(row, "expires_at", Instant.class),
                row.get("answered_at", Instant.class),
                state == MergerView.State.PROPOSED ? EffectColumns.of(row) : null);
    }
}
