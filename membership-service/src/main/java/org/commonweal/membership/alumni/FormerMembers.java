package org.commonweal.membership.alumni;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who stay in touch: the SQL. */
@Component
class FormerMembers {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    /**
     * A row for every former member whom the caller may see: alumni, and for delegates also those
     * with whom a tie is offered by one side. No row for the caller means no standing.
     */
    private static final String PAGE =
            """
            SELECT p.id, p.name, m.organization_id, m.ended_at, t.wanted, t.welcomed, t.changed_at
            FROM standing me
            LEFT JOIN (membership m
                JOIN alumnus t ON t.alliance_id = m.alliance_id AND t.person_id = m.person_id
                     AND t.ended_at = m.ended_at AND m.state <> 'ACTIVE'
                JOIN person p ON p.id = m.person_id)
              ON m.alliance_id = me.alliance_id
             AND ((t.wanted AND t.welcomed) OR (me.delegate AND (t.wanted OR t.welcomed)))
             AND (p.name, p.id) > (:name, CAST(:id AS uuid))
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            ORDER BY p.name, p.id LIMIT :most\
            """;

    private final ScopedDatabase database;
    private final Cursors cursors;

    FormerMembers(ScopedDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** By name; empty without standing. */
    Mono<Page<AlumnusView>> page(Caller caller, @Nullable String cursor, int limit) {
        var after = cursor == null ? List.of("", NIL) : cursors.decode(cursor, 2);
        return database.inAlliance(
                        caller.alliance(),
                        sql ->
                                caller.bind(sql.sql(PAGE))
                                        .bind("name", after.get(0))
                                        .bind("id", after.get(1))
                                        .bind("most", limit + 1)
                                        .map(FormerMembers::rows)
                                        .all()
                                        .collectList())
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.stream().flatMap(List::stream).toList())
                .map(rows -> Page.of(rows, limit, last -> cursors.encode(last.name(), last.id())));
    }

    private static List<AlumnusView> rows(Readable row) {
        var id = row.get("id", UUID.class);
        return id == null
                ? List.of()
                : List.of(
                        new AlumnusView(
                                id,
                                Columns.of(row, "name", String.class),
                                Columns.of(row, "organization_id", UUID.class),
                                Columns.of(row, "ended_at", Instant.class),
                                Columns.of(row, "wanted", Boolean.class),
                                Columns.of(row, "welcomed", Boolean.class),
                                Columns.of(row, "changed_at", Instant.class)));
    }

    /**
     * A former member.
     *
     * @param organization the firm at the end of the membership
     * @param wanted whether the person wants to stay in touch
     * @param welcomed whether the alliance does; alumni are those of whom both is true
     */
    record AlumnusView(
            UUID id,
            String name,
            UUID organization,
            Instant leftAt,
            boolean wanted,
            boolean welcomed,
            Instant changedAt) {}
}
