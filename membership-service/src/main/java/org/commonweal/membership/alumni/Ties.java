package org.commonweal.membership.alumni;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Tie;
import org.commonweal.membership.wire.AlumnusChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What former members and the alliance have said: the SQL. */
@Component
class Ties {

    private static final String SITUATION =
            """
            SELECT me.person_id AS by, me.organization_id AS by_organization, me.delegate,
                   m.person_id, m.organization_id, m.state <> 'ACTIVE' AS former,
                   coalesce(t.version, 0) AS version,
                   coalesce(t.wanted AND t.ended_at = m.ended_at, false) AS wanted,
                   coalesce(t.welcomed AND t.ended_at = m.ended_at, false) AS welcomed,
                   t.welcomed_by,
                   encode(j.request_hash, 'hex') AS earlier,
                   ARRAY(SELECT DISTINCT d.person_id FROM standing d
                       WHERE d.alliance_id = me.alliance_id AND d.delegate
                         AND d.state = 'ACTIVE' ORDER BY 1 LIMIT 1000) AS delegates
            FROM standing me
            JOIN membership m ON m.alliance_id = me.alliance_id
            LEFT JOIN alumnus t ON t.alliance_id = m.alliance_id AND t.person_id = m.person_id
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
                 AND j.actor = me.person_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
            """;

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO alumnus AS t (alliance_id, person_id, ended_at, wanted, welcomed,
                    welcomed_by, changed_at, version)
                SELECT m.alliance_id, m.person_id, m.ended_at, :wanted, :welcomed,
                    CAST(:welcomed_by AS uuid), app_now(), 1
                FROM membership m
                WHERE m.alliance_id = :alliance AND m.person_id = :person AND m.state <> 'ACTIVE'
                ON CONFLICT (alliance_id, person_id) DO UPDATE
                SET ended_at = excluded.ended_at, wanted = excluded.wanted,
                    welcomed = excluded.welcomed, welcomed_by = excluded.welcomed_by, changed_at = excluded.changed_at,
                    version = t.version + 1
                WHERE t.version = :version
                RETURNING alliance_id)\
            """
                    + Journal.APPEND;

    private final ScopedDatabase database;
    private final Journal journal;

    Ties(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Of the caller, who is a member no more; empty for everybody else. */
    Mono<Situation> own(StayInTouch.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(
                                        sql.sql(
                                                SITUATION
                                                        + " AND me.state = 'ENDED' AND m.person_id ="
                                                        + " me.person_id AND m.state <> 'ACTIVE'"))
                                .bind("command", command.key())
                                .map(Ties::situation)
                                .one());
    }

    /** Of somebody, for an active member; empty when either is not there. */
    Mono<Situation> of(StayInTouch.Command command, UUID person) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(
                                        sql.sql(
                                                SITUATION
                                                        + " AND me.state = 'ACTIVE' AND m.person_id ="
                                                        + " :person"))
                                .bind("command", command.key())
                                .bind("person", person)
                                .map(Ties::situation)
                                .one());
    }

    private static Situation situation(Readable row) {
        return new Situation(
                Columns.of(row, "by", UUID.class),
                Columns.of(row, "by_organization", UUID.class),
                Columns.of(row, "delegate", Boolean.class),
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "former", Boolean.class),
                Columns.of(row, "version", Long.class),
                new Tie(
                        Columns.of(row, "wanted", Boolean.class),
                        Columns.of(row, "welcomed", Boolean.class)),
                row.get("welcomed_by", UUID.class),
                List.of(Columns.of(row, "delegates", UUID[].class)),
                row.get("earlier", String.class));
    }

    /** False when the other side spoke meanwhile, or the person is a member again. */
    Mono<Boolean> keep(StayInTouch.Command command, Situation now, Tie next) {
        var welcomedBy = now.tie().welcomed() ? now.welcomedBy() : now.by();
        return database.inAlliance(
                command.caller().alliance(),
                sql -> {
                    var row =
                            sql.sql(KEEP)
                                    .bind("alliance", command.caller().alliance())
                                    .bind("person", now.person())
                                    .bind("wanted", next.wanted())
                                    .bind("welcomed", next.welcomed())
                                    .bind("version", now.version())
                                    .bind("journal", journal.json(entry(command, now, next)));
                    return (next.welcomed() && welcomedBy != null
                                    ? row.bind("welcomed_by", welcomedBy)
                                    : row.bindNull("welcomed_by", UUID.class))
                            .fetch()
                            .rowsUpdated()
                            .map(kept -> kept > 0);
                });
    }

    /** What one side alone has said is nobody's business but the delegates'. */
    private static Journal.Entry entry(StayInTouch.Command command, Situation now, Tie next) {
        return new Journal.Entry(
                command.key(),
                AlumnusChangedV1.TYPE,
                now.person(),
                now.version() + 1,
                now.by(),
                now.byOrganization(),
                now.tie().mutual() || next.mutual()
                        ? Audience.EVERYONE
                        : new Audience.Persons(now.delegates()),
                command.requestHash(),
                new AlumnusChangedV1(
                        now.person(), now.organization(), next.wanted(), next.welcomed()));
    }

    record Situation(
            UUID by,
            UUID byOrganization,
            boolean delegate,
            UUID person,
            UUID organization,
            boolean former,
            long version,
            Tie tie,
            @Nullable UUID welcomedBy,
            List<UUID> delegates,
            @Nullable String earlierHash) {}
}
