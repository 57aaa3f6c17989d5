package org.commonweal.contribution.needs;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is needed of whom, whichever service says so. */
@Component
class Needs {

    private static final int MOST = 50;

    private final ScopedDatabase database;

    Needs(ScopedDatabase database) {
        this.database = database;
    }

    /** The caller's own open needs, the most urgent first; empty without a standing. */
    Mono<List<NeedV1>> of(Caller caller) {
        return database.manyInAlliance(
                        caller.alliance(),
                        sql ->
                                sql.sql(
                                                """
                                                SELECT n.* FROM standing me
                                                LEFT JOIN LATERAL (
                                                    SELECT * FROM need
                                                    WHERE need.alliance_id = me.alliance_id
                                                      AND need.person_id = me.person_id
                                                      AND need.closed_at IS NULL
                                                    ORDER BY need.due, need.opened_at, need.id
                                                    LIMIT :most) n ON true
                                                WHERE me.alliance_id = :alliance
                                                  AND me.issuer = :issuer
                                                  AND me.subject = :subject AND me.state = 'ACTIVE'
                                                ORDER BY n.due, n.opened_at, n.id
                                                """)
                                        .bind("most", MOST)
                                        .bind("alliance", caller.alliance())
                                        .bind("issuer", caller.issuer())
                                        .bind("subject", caller.subject())
                                        .map(Needs::rows)
                                        .all())
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.stream().flatMap(List::stream).toList());
    }

    /** Nothing when the need is known: the event came before. */
    Mono<Long> open(Event event, ForeignNeeds.NeedOpenedV1 need) {
        return database.inAlliance(
                event.alliance(),
                sql -> {
                    var row =
                            sql.sql(
                                            """
                                            INSERT INTO need (alliance_id, id, person_id, service,
                                                why, title, due, link_kind, link_id, opened_at)
                                            VALUES (:alliance, :id, :person, :service, :why, :title,
                                                :due, :kind, :link, :at)
                                            ON CONFLICT (alliance_id, id) DO NOTHING
                                            """)
                                    .bind("alliance", event.alliance())
                                    .bind("id", need.need())
                                    .bind("person", need.person())
                                    .bind("service", serviceOf(event))
                                    .bind("why", need.why())
                                    .bind("title", need.title())
                                    .bind("kind", need.link().kind())
                                    .bind("link", need.link().id())
                                    .bind("at", event.at());
                    var due = need.due();
                    return (due == null ? row.bindNull("due", Instant.class) : row.bind("due", due))
                            .fetch()
                            .rowsUpdated();
                });
    }

    /** Nothing when it is closed already. */
    Mono<Long> close(Event event, ForeignNeeds.NeedClosedV1 need) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        UPDATE need SET closed_at = :at
                                        WHERE alliance_id = :alliance AND id = :id
                                          AND service = :service AND closed_at IS NULL
                                        """)
                                .bind("at", event.at())
                                .bind("alliance", event.alliance())
                                .bind("id", need.need())
                                .bind("service", serviceOf(event))
                                .fetch()
                                .rowsUpdated());
    }

    private static String serviceOf(Event event) {
        return event.type().substring(0, event.type().indexOf('.'));
    }

    /** One need, or none in the row of a caller of whom nothing is needed. */
    private static List<NeedV1> rows(Readable row) {
        var id = row.get("id", UUID.class);
        return id == null
                ? List.of()
                : List.of(
                        new NeedV1(
                                id,
                                Columns.of(row, "why", String.class),
                                Columns.of(row, "title", String.class),
                                row.get("due", Instant.class),
                                new NeedV1.LinkV1(
                                        Columns.of(row, "link_kind", String.class),
                                        Columns.of(row, "link_id", UUID.class)),
                                Columns.of(row, "opened_at", Instant.class),
                                Columns.of(row, "service", String.class)));
    }
}
