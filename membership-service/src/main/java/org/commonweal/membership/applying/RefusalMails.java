package org.commonweal.membership.applying;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which refusals have been mailed: the SQL. */
@Component
class RefusalMails {

    private final ScopedDatabase database;

    RefusalMails(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when it was mailed, and for what was not refused. */
    Mono<Words> unsent(UUID alliance, UUID application) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        SELECT a.email, p.name, l.name AS alliance, o.name AS firm, a.reason
                                        FROM application a
                                        JOIN person p ON p.id = a.person_id
                                        JOIN alliance l ON l.alliance_id = a.alliance_id
                                        JOIN organization o ON o.alliance_id = a.alliance_id
                                             AND o.id = a.organization_id
                                        WHERE a.alliance_id = :alliance AND a.id = :id
                                          AND a.mailed_at IS NULL AND a.state = 'REFUSED'\
                                        """)
                                .bind("alliance", alliance)
                                .bind("id", application)
                                .map(RefusalMails::words)
                                .one());
    }

    private static Words words(Readable row) {
        return new Words(
                Columns.of(row, "email", String.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "alliance", String.class),
                Columns.of(row, "firm", String.class),
                Columns.of(row, "reason", String.class));
    }

    Mono<Long> mailed(UUID alliance, UUID application) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        UPDATE application SET mailed_at = app_now()
                                        WHERE alliance_id = :alliance AND id = :id\
                                        """)
                                .bind("alliance", alliance)
                                .bind("id", application)
                                .fetch()
                                .rowsUpdated());
    }

    record Words(String email, String name, String alliance, String firm, String reason) {}
}
