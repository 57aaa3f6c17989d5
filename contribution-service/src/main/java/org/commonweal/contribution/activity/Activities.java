package org.commonweal.contribution.activity;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.contribution.reading.Visible;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Keyset;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What happened, one row per fact: a fact that comes again finds its row. */
@Component
class Activities {

    private static final String KEEP =
            """
            INSERT INTO activity (alliance_id, at, id, type, actor_id, organization_id, subject,
                                  title, link_kind, link_id, detail)
            SELECT :alliance, a.at, a.id, a.type, a.actor, a.organization, a.subject, a.title,
                   a.link_kind, a.link, a.detail
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS a(
                id uuid, type text, at timestamptz, actor uuid, organization uuid, subject uuid,
                title text, link_kind text, link uuid, detail jsonb)
            ON CONFLICT (alliance_id, at, id) DO NOTHING
            """;

    private static final String LIST =
            """
            SELECT a.*, CAST(a.detail AS text) AS details FROM standing me
            LEFT JOIN LATERAL (
                SELECT * FROM activity
                WHERE activity.alliance_id = me.alliance_id
                  AND (activity.at, activity.id) < (:at, :id) AND\
            """
                    + Visible.FACT_TO_ME
                    + """
                        ORDER BY activity.at DESC, activity.id DESC LIMIT :most) a ON true
                    WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :login
                      AND me.state = 'ACTIVE'
                    ORDER BY a.at DESC, a.id DESC
                    """;

    private final ScopedDatabase database;
    private final JsonMapper json;

    Activities(ScopedDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Long> keep(UUID alliance, List<Telling.Row> rows) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(KEEP)
                                .bind("alliance", alliance)
                                .bind("rows", json.writeValueAsString(rows))
                                .fetch()
                                .rowsUpdated());
    }

    /** At most {@code most} rows; empty without a standing. */
    Mono<List<ActivityV1>> list(Caller caller, Keyset after, int most) {
        return database.manyInAlliance(
                        caller.alliance(),
                        sql ->
                                sql.sql(LIST)
                                        .bind("at", after.at())
                                        .bind("id", after.id())
                                        .bind("most", most)
                                        .bind("alliance", caller.alliance())
                                        .bind("issuer", caller.issuer())
                                        .bind("login", caller.subject())
                                        .map(this::row)
                                        .all())
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.stream().flatMap(Optional::stream).toList());
    }

    private Optional<ActivityV1> row(Readable row) {
        var id = row.get("id", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(
                        new ActivityV1(
                                id,
                                Columns.of(row, "type", String.class),
                                Columns.of(row, "at", Instant.class),
                                row.get("actor_id", UUID.class),
                                row.get("organization_id", UUID.class),
                                Columns.of(row, "subject", UUID.class),
                                row.get("title", String.class),
                                new ActivityV1.LinkV1(
                                        Columns.of(row, "link_kind", String.class),
                                        Columns.of(row, "link_id", UUID.class)),
                                json.readValue(
                                        Columns.of(row, "details", String.class),
                                        ActivityV1.DetailV1.class)));
    }
}
