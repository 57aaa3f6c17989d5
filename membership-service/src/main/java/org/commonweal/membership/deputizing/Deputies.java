package org.commonweal.membership.deputizing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Deputy;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.wire.DeputyChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deputies that have been named: the SQL. */
@Component
class Deputies {

    private final ScopedDatabase database;
    private final Journal journal;

    Deputies(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty for everybody but the delegate and the deputy, while they are of the firm. */
    Mono<Situation> situation(Deputize.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("deputy", command.deputy())
                                .map(row -> situation(row))
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id AS by, t.organization_id, t.delegate_id, t.person_id, t.from_at,
                   t.until_at, t.state, t.version, encode(j.request_hash, 'hex') AS earlier
            FROM standing me
            JOIN deputy t ON t.alliance_id = me.alliance_id AND t.id = :deputy
                 AND t.organization_id = me.organization_id
                 AND me.person_id IN (t.person_id, t.delegate_id)
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
                 AND j.actor = me.person_id
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static Situation situation(Readable row) {
        return new Situation(
                new PersonId(Columns.of(row, "by", UUID.class)),
                Columns.of(row, "organization_id", UUID.class),
                new Deputy(
                        new PersonId(Columns.of(row, "delegate_id", UUID.class)),
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        Deputy.State.valueOf(Columns.of(row, "state", String.class)),
                        new Deputy.Absence(
                                Columns.of(row, "from_at", Instant.class),
                                Columns.of(row, "until_at", Instant.class))),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class));
    }

    /** False when it was changed meanwhile. */
    Mono<Boolean> change(Deputize.Command command, Situation now, Deputy.State state) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(CHANGE + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("deputy", command.deputy())
                                .bind("state", state.name())
                                .bind("version", now.version())
                                .bind("journal", journal.json(changed(command, now, state)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static final String CHANGE =
            """
            WITH kept AS (
                UPDATE deputy SET state = :state, changed_at = app_now(), version = version + 1
                WHERE alliance_id = :alliance AND id = :deputy AND version = :version
                RETURNING alliance_id)\
            """;

    /** Who votes for a firm is everybody's; who did not want to is for the two alone. */
    private static Journal.Entry changed(
            Deputize.Command command, Situation now, Deputy.State state) {
        var deputy = now.deputy();
        var two = List.of(deputy.delegate().value(), deputy.person().value());
        var isPublic = state == Deputy.State.ACCEPTED || deputy.state() == Deputy.State.ACCEPTED;
        return new Journal.Entry(
                command.key(),
                DeputyChangedV1.TYPE,
                command.deputy(),
                now.version() + 1,
                now.by().value(),
                now.organization(),
                isPublic ? Audience.EVERYONE : new Audience.Persons(two),
                command.requestHash(),
                new DeputyChangedV1(
                        command.deputy(),
                        now.organization(),
                        deputy.delegate().value(),
                        deputy.person().value(),
                        deputy.absence().from(),
                        deputy.absence().until(),
                        state.name(),
                        now.version() + 1));
    }

    record Situation(
            PersonId by,
            UUID organization,
            Deputy deputy,
            long version,
            @Nullable String earlierHash) {}
}
