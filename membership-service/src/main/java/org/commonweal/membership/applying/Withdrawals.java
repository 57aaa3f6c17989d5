package org.commonweal.membership.applying;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.membership.domain.Application;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.me.Registry;
import org.commonweal.membership.wire.ApplicationWithdrawnV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Applications that are taken back: the SQL. */
@Component
class Withdrawals {

    private final ScopedDatabase database;
    private final Journal journal;

    Withdrawals(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty when the person has no such application. */
    Mono<Taking> taking(WithdrawApplication.Command command, PersonId person) {
        return database.inRegistry(
                Registry.scope(command.login(), person, command.caller().alliance()),
                sql ->
                        sql.sql(
                                        "SELECT a.organization_id, a.state, a.version,"
                                                + " encode(j.request_hash, 'hex') AS earlier, "
                                                + OwnApplications.DECIDERS
                                                + """
                                                 FROM application a
                                                LEFT JOIN journal j ON j.alliance_id = a.alliance_id
                                                     AND j.id = :command
                                                WHERE a.alliance_id = :alliance AND a.id = :id
                                                  AND a.person_id = :person\
                                                """)
                                .bind("alliance", command.caller().alliance())
                                .bind("id", command.application())
                                .bind("person", person.value())
                                .bind("command", command.key())
                                .map(Withdrawals::taking)
                                .one());
    }

    private static Taking taking(Readable row) {
        return new Taking(
                Columns.of(row, "state", String.class).equals("OPEN")
                        ? new Application.Open(false, false)
                        : new Application.Closed(),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "version", Long.class),
                row.get("earlier", String.class),
                OwnApplications.deciders(row));
    }

    Mono<Long> withdraw(WithdrawApplication.Command command, PersonId person, Taking now) {
        return database.inRegistry(
                Registry.scope(command.login(), person, command.caller().alliance()),
                sql ->
                        sql.sql(
                                        """
                                        WITH kept AS (
                                            UPDATE application SET state = 'WITHDRAWN',
                                                decided_at = app_now(), version = version + 1
                                            WHERE alliance_id = :alliance AND id = :id
                                              AND person_id = :person AND state = 'OPEN'
                                            RETURNING alliance_id)\
                                        """
                                                + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("id", command.application())
                                .bind("person", person.value())
                                .bind("journal", journal.json(withdrawn(command, person, now)))
                                .fetch()
                                .rowsUpdated());
    }

    private static Journal.Entry withdrawn(
            WithdrawApplication.Command command, PersonId person, Taking now) {
        return new Journal.Entry(
                command.key(),
                ApplicationWithdrawnV1.TYPE,
                command.application(),
                now.version() + 1,
                person.value(),
                null,
                now.deciders(),
                command.requestHash(),
                new ApplicationWithdrawnV1(command.application(), now.organization()));
    }

    record Taking(
            Application application,
            UUID organization,
            long version,
            @Nullable String earlierHash,
            Audience deciders) {}
}
