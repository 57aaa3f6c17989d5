package org.commonweal.membership.deputizing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The deputies of the caller's firm as they are read: the SQL. */
@Component
class DeputyLists {

    private static final String OF_MY_FIRM =
            """
            SELECT t.*, CASE WHEN t.state IN ('NAMED', 'ACCEPTED') AND t.until_at <= app_now()
                             THEN 'PASSED' ELSE t.state END AS shown_state
            FROM standing me
            JOIN deputy t ON t.alliance_id = me.alliance_id
                 AND t.organization_id = me.organization_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private final ScopedDatabase database;
    private final Cursors cursors;

    DeputyLists(ScopedDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Empty for other firms' people. */
    Mono<DeputyView> one(Caller caller, UUID id) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(OF_MY_FIRM + " AND t.id = :id"))
                                .bind("id", id)
                                .map(DeputyLists::view)
                                .one());
    }

    /** Newest first; empty without standing. */
    Mono<Page<DeputyView>> page(Caller caller, @Nullable String cursor, int limit) {
        var after = cursors.below(cursor);
        return database.inAlliance(
                        caller.alliance(),
                        sql ->
                                caller.bind(
                                                sql.sql(
                                                        OF_MY_FIRM
                                                                + """
                                                                 AND t.id < :after
                                                                ORDER BY t.id DESC LIMIT :most\
                                                                """))
                                        .bind("after", after)
                                        .bind("most", limit + 1)
                                        .map(DeputyLists::view)
                                        .all()
                                        .collectList()
                                        .flatMap(rows ->
                                                rows.isEmpty()
                                                        ? caller.standing(sql).map(_ -> rows)
                                                        : Mono.just(rows)))
                .map(rows -> Page.of(rows, limit, last -> cursors.encode(last.id())));
    }

    private static DeputyView view(Readable row) {
        return new DeputyView(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "delegate_id", UUID.class),
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "from_at", Instant.class),
                Columns.of(row, "until_at", Instant.class),
                DeputyView.State.valueOf(Columns.of(row, "shown_state", String.class)),
                Columns.of(row, "changed_at", Instant.class));
    }
}
