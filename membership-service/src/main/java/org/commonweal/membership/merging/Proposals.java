package org.commonweal.membership.merging;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Body;
import org.commonweal.membership.domain.Merger;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.MergerChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mergers that are proposed: the SQL. */
@Component
class Proposals {

    /** Of the firm that proposes, or the same two the other way round. */
    private static final String OPEN =
            """
            EXISTS (SELECT FROM merger v WHERE v.alliance_id = :alliance
                AND (v.from_id = :from OR v.from_id = :into AND v.into_id = :from)
                AND v.state = 'PROPOSED' AND v.expires_at > app_now())\
            """;

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, own.administrator, %s AS open,
                   encode(j.request_hash, 'hex') AS earlier
            %s
            FROM standing me
            JOIN place own ON own.alliance_id = me.alliance_id
                 AND own.person_id = me.person_id AND own.organization_id = me.organization_id
            LEFT JOIN organization a ON a.alliance_id = me.alliance_id AND a.id = :from
            LEFT JOIN organization o ON o.alliance_id = me.alliance_id AND o.id = :into
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """
                    .formatted(OPEN, FirmColumns.COLUMNS);

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO merger (alliance_id, id, from_id, into_id, proposed_by, state,
                    proposed_at, expires_at, version)
                SELECT :alliance, :id, :from, :into, :by, 'PROPOSED', app_now(),
                    app_now() + make_interval(days => :days), 1
                WHERE NOT %s
                ON CONFLICT (alliance_id, id) DO NOTHING
                RETURNING alliance_id)\
            """
                    .formatted(OPEN);

    private final ScopedDatabase database;
    private final Journal journal;

    Proposals(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Who proposes, and what the two firms are; empty without standing. */
    Mono<Situation> situation(ProposeMerger.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.id())
                                .bind("from", command.from())
                                .bind("into", command.into())
                                .map(row -> situation(row, command))
                                .one());
    }

    private static Situation situation(Readable row, ProposeMerger.Command command) {
        return new Situation(
                Columns.of(row, "person_id", UUID.class),
                new Merger.Draft(
                        new Body.Official(
                                new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                                Columns.of(row, "administrator", Boolean.class)),
                        FirmColumns.from(row, command.from()),
                        FirmColumns.into(row, command.into()),
                        command.people(),
                        Columns.of(row, "open", Boolean.class)),
                FirmColumns.administrators(row),
                row.get("earlier", String.class));
    }

    /** False when the firm has proposed one meanwhile, or the id stands for one already. */
    Mono<Boolean> keep(ProposeMerger.Command command, Situation now) {
        var alliance = command.caller().alliance();
        return database.inAlliance(
                alliance,
                sql ->
                        Successions.holdBoth(sql, alliance, command.from(), command.into())
                                .flatMap(_ -> keep(sql, command, now)));
    }

    private Mono<Boolean> keep(DatabaseClient sql, ProposeMerger.Command command, Situation now) {
        return sql.sql(KEEP + Journal.APPEND)
                .bind("alliance", command.caller().alliance())
                .bind("id", command.id())
                .bind("from", command.from())
                .bind("into", command.into())
                .bind("by", now.person())
                .bind("days", (int) Merger.STANDS_FOR.toDays())
                .bind("journal", journal.json(proposed(command, now)))
                .fetch()
                .rowsUpdated()
                .map(kept -> kept > 0);
    }

    private static Journal.Entry proposed(ProposeMerger.Command command, Situation now) {
        return new Journal.Entry(
                command.id(),
                MergerChangedV1.TYPE,
                command.id(),
                1,
                now.person(),
                command.from(),
                new Audience.Persons(now.administrators()),
                command.requestHash(),
                new MergerChangedV1(
                        command.id(),
                        command.from(),
                        command.into(),
                        Merger.State.PROPOSED.name(),
                        command.people(),
                        1));
    }

    /**
     * @param administrators of both firms
     */
    record Situation(
            UUID person,
            Merger.Draft draft,
            List<UUID> administrators,
            @Nullable String earlierHash) {}
}
