package org.commonweal.membership.firmleaving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.LeavingAnnouncedV1;
import org.commonweal.membership.wire.LeavingWithdrawnV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Last days that firms say, and take back: the SQL. */
@Component
class Announcements {

    private static final String ANNOUNCE =
            """
            WITH kept AS (
                UPDATE organization o SET leaves_at = :leaves, version = version + 1
                WHERE alliance_id = :alliance AND id = :organization AND version = :version
                  AND left_at IS NULL
                  AND :people = (SELECT count(*) FROM membership m
                      WHERE m.alliance_id = o.alliance_id AND m.organization_id = o.id
                        AND m.state = 'ACTIVE')
                RETURNING alliance_id),
            clock AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, 'firm-leaves', :organization, :leaves FROM kept
                ON CONFLICT (alliance_id, kind, subject) DO UPDATE SET at = excluded.at)\
            """;

    private static final String WITHDRAW =
            """
            WITH kept AS (
                UPDATE organization SET leaves_at = NULL, version = version + 1
                WHERE alliance_id = :alliance AND id = :organization AND version = :version
                  AND left_at IS NULL
                RETURNING alliance_id),
            clock AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = 'firm-leaves'
                  AND due.subject = :organization)\
            """;

    private final ScopedDatabase database;
    private final Journal journal;

    Announcements(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    Mono<LeaveAsFirm.Outcome> announce(
            LeaveAsFirm.Command command, Situations.Situation now, long people, LocalDate lastDay) {
        var leaves = now.endOf(lastDay);
        var fact = new LeavingAnnouncedV1(command.organization(), lastDay, leaves);
        return keep(
                command,
                leaves,
                sql ->
                        bound(sql, ANNOUNCE, command, now, LeavingAnnouncedV1.TYPE, fact)
                                .bind("leaves", leaves)
                                .bind("people", people));
    }

    Mono<LeaveAsFirm.Outcome> withdraw(LeaveAsFirm.Command command, Situations.Situation now) {
        var fact = new LeavingWithdrawnV1(command.organization());
        return keep(
                command,
                null,
                sql -> bound(sql, WITHDRAW, command, now, LeavingWithdrawnV1.TYPE, fact));
    }

    private Mono<LeaveAsFirm.Outcome> keep(
            LeaveAsFirm.Command command,
            @Nullable Instant leaves,
            java.util.function.Function<DatabaseClient, DatabaseClient.GenericExecuteSpec> act) {
        var alliance = command.caller().alliance();
        return database.inAlliance(
                alliance,
                sql ->
                        Successions.hold(sql, alliance, command.organization())
                                .flatMap(_ -> act.apply(sql).fetch().rowsUpdated())
                                .map(kept -> outcome(kept, command.organization(), leaves)));
    }

    private static LeaveAsFirm.Outcome outcome(
            long kept, UUID organization, @Nullable Instant leaves) {
        return kept > 0
                ? new LeaveAsFirm.Outcome.Done(new LeaveAsFirm.ExitView(organization, leaves, null))
                : new LeaveAsFirm.Outcome.ChangedMeanwhile();
    }

    private DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient sql,
            String statement,
            LeaveAsFirm.Command command,
            Situations.Situation now,
            String type,
            Object fact) {
        return sql.sql(statement + Journal.APPEND)
                .bind("alliance", command.caller().alliance())
                .bind("organization", command.organization())
                .bind("version", now.version())
                .bind("journal", journal.json(entry(command, now, type, fact)));
    }

    private static Journal.Entry entry(
            LeaveAsFirm.Command command, Situations.Situation now, String type, Object fact) {
        return new Journal.Entry(
                command.key(),
                type,
                command.organization(),
                now.version() + 1,
                now.person(),
                command.organization(),
                Audience.EVERYONE,
                command.requestHash(),
                fact);
    }
}
