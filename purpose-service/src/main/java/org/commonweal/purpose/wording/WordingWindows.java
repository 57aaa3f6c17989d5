package org.commonweal.purpose.wording;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.purpose.wire.RewordedV1;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of a window that ends: hold what it is about, write once. */
@Component
class WordingWindows {

    /**
     * The alliance first, as everybody does who changes a purpose. Words whose author was erased
     * come to nothing.
     */
    private static final String LOCK =
            """
            WITH still AS (
                SELECT alliance_id FROM alliance WHERE alliance_id = :alliance FOR SHARE)
            SELECT f.purpose_id, f.title, f.follows, f.until_at, p.version,
                   p.state = 'ACTIVE' AND f.title <> '(erased)' AS active
            FROM still
            JOIN wording_fix f ON f.alliance_id = still.alliance_id AND f.id = :fix
                 AND f.state = 'OPEN'
            JOIN purpose p ON p.alliance_id = f.alliance_id AND p.id = f.purpose_id
            WHERE f.until_at <= app_now()
            FOR UPDATE OF f, p
            """;

    private static final String SETTLE =
            """
            WITH kept AS (
                DELETE FROM due
                WHERE alliance_id = :alliance AND kind = 'wording-window' AND subject = :fix
                RETURNING alliance_id),
            settled AS (
                UPDATE wording_fix SET state = :state, settled_at = app_now()
                FROM kept
                WHERE wording_fix.alliance_id = kept.alliance_id AND wording_fix.id = :fix)
            """;

    private static final String IN_FORCE =
            """
            , version AS (
                INSERT INTO purpose_text (alliance_id, purpose_id, version, title, statement,
                    output, measure, goal, since, fix_id)
                SELECT f.alliance_id, f.purpose_id, f.follows + 1, f.title, f.statement, f.output,
                    f.measure, f.goal, app_now(), f.id
                FROM kept JOIN wording_fix f ON f.alliance_id = kept.alliance_id AND f.id = :fix),
            reworded AS (
                UPDATE purpose SET version = purpose.version + 1, title = f.title,
                    statement = f.statement, output = f.output, measure = f.measure, goal = f.goal
                FROM kept JOIN wording_fix f ON f.alliance_id = kept.alliance_id AND f.id = :fix
                WHERE purpose.alliance_id = f.alliance_id AND purpose.id = f.purpose_id)
            """;

    private final ScopedDatabase database;
    private final Journal journal;

    WordingWindows(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Once; empty when the words were stopped, or it is not time yet. */
    Mono<UUID> end(UUID alliance, UUID fix) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(LOCK)
                                .bind("alliance", alliance)
                                .bind("fix", fix)
                                .map(row -> over(row, fix))
                                .one()
                                .flatMap(over -> settle(sql, alliance, over)));
    }

    private Mono<UUID> settle(DatabaseClient sql, UUID alliance, Over over) {
        var statement =
                over.isActive()
                        ? sql.sql(SETTLE + IN_FORCE + Journal.APPEND)
                                .bind("state", "IN_FORCE")
                                .bind("journal", fact(over))
                        : sql.sql(SETTLE + "SELECT alliance_id FROM kept").bind("state", "LAPSED");
        return Guard.held(
                statement
                        .bind("alliance", alliance)
                        .bind("fix", over.fix())
                        .fetch()
                        .rowsUpdated()
                        .map(rows -> over.isActive() ? rows : 1L),
                over.fix());
    }

    private String fact(Over over) {
        return journal.json(
                new Journal.Entry(
                        Ids.ofTransition(over.fix(), "reworded", over.until()),
                        RewordedV1.TYPE,
                        over.purpose(),
                        over.version() + 1,
                        null,
                        null,
                        Audience.EVERYONE,
                        null,
                        new RewordedV1(
                                over.purpose(), over.title(), over.fix(), over.follows() + 1)));
    }

    private static Over over(Readable row, UUID fix) {
        return new Over(
                fix,
                Columns.of(row, "purpose_id", UUID.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "follows", Integer.class),
                Columns.of(row, "until_at", Instant.class),
                Columns.of(row, "version", Long.class),
                Columns.of(row, "active", Boolean.class));
    }

    /**
     * Words whose window is over.
     *
     * @param isActive whether the purpose that they are about still is, and they are there
     */
    private record Over(
            UUID fix,
            UUID purpose,
            String title,
            int follows,
            Instant until,
            long version,
            boolean isActive) {}
}
