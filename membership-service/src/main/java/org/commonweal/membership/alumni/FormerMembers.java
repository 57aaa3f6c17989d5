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
import tools.jackson.databind.json.JsonMapper;

/** Those who stay in touch: the SQL. */
@Component
class FormerMembers {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    /**
     * A row for every former member whom the caller may see: alumni, and for delegates also those
     * with whom a tie is offered by one side. No row for the caller means no standing. The address
     * is for members, and only of those with whom both want to stay in touch.
     */
    private static final String PAGE =
            """
            SELECT f.*, me.class = 'MEMBER' AND f.wanted AND f.welcomed AS reachable,
                %s AS together
            FROM standing me
            LEFT JOIN (
                SELECT m.alliance_id, p.id, coalesce(x.display_name, p.name) AS name, p.email,
                       m.organization_id, m.joined_at, m.ended_at, t.wanted, t.welcomed,
                       t.changed_at
                FROM membership m
                JOIN alumnus t ON t.alliance_id = m.alliance_id AND t.person_id = m.person_id
                     AND t.ended_at = m.ended_at AND m.state <> 'ACTIVE'
                JOIN person p ON p.id = m.person_id AND p.erased_at IS NULL
                LEFT JOIN profile x ON x.person_id = p.id) f
              ON f.alliance_id = me.alliance_id
             AND ((f.wanted AND f.welcomed) OR (me.delegate AND (f.wanted OR f.welcomed)))
             AND (f.name, f.id) > (:name, CAST(:id AS uuid))
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            ORDER BY f.name, f.id LIMIT :most\
            """
                    .formatted(Together.of("me.person_id", "f.id"));

    private final ScopedDatabase database;
    private final Cursors cursors;
    private final JsonMapper json;

    FormerMembers(ScopedDatabase database, Cursors cursors, JsonMapper json) {
        this.database = database;
        this.cursors = cursors;
        this.json = json;
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
                                        .map(this::rows)
                                        .all()
                                        .collectList())
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.stream().flatMap(List::stream).toList())
                .map(rows -> Page.of(rows, limit, last -> cursors.encode(last.name(), last.id())));
    }

    private List<AlumnusView> rows(Readable row) {
        var id = row.get("id", UUID.class);
        return id == null
                ? List.of()
                : List.of(
                        new AlumnusView(
                                id,
                                Columns.of(row, "name", String.class),
                                Columns.of(row, "organization_id", UUID.class),
                                Columns.of(row, "joined_at", Instant.class),
                                Columns.of(row, "ended_at", Instant.class),
                                Columns.of(row, "wanted", Boolean.class),
                                Columns.of(row, "welcomed", Boolean.class),
                                Columns.of(row, "changed_at", Instant.class),
                                Columns.of(row, "reachable", Boolean.class)
                                        ? row.get("email", String.class)
                                        : null,
                                Together.read(json, Columns.of(row, "together", String.class))));
    }

    /**
     * A former member.
     *
     * @param organization the firm at the end of the membership
     * @param wanted whether the person wants to stay in touch
     * @param welcomed whether the alliance does; alumni are those of whom both is true
     * @param email where a member reaches an alumnus; null for everybody else
     * @param together when the reader and the person were of the alliance, the last time first
     */
    record AlumnusView(
            UUID id,
            String name,
            UUID organization,
            Instant joinedAt,
            Instant leftAt,
            boolean wanted,
            boolean welcomed,
            Instant changedAt,
            @Nullable String email,
            List<Together> together) {

        AlumnusView {
            together = List.copyOf(together);
        }
    }
}
