package org.commonweal.membership.inviting;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which invitations have been mailed: the SQL. */
@Component
class InvitationMails {

    private final ScopedDatabase database;

    InvitationMails(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when the invitation was mailed, or answered before it could be. */
    Mono<Words> unsent(UUID alliance, UUID invitation) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        SELECT i.id, i.inviter_id, i.email, i.name, i.reason, i.ask,
                                               i.class, a.name AS alliance,
                                               p.name AS inviter, f.name AS firm
                                        FROM invitation i
                                        JOIN alliance a ON a.alliance_id = i.alliance_id
                                        JOIN person p ON p.id = i.inviter_id
                                        JOIN organization f ON f.alliance_id = i.alliance_id
                                             AND f.id = i.inviter_organization_id
                                        WHERE i.alliance_id = :alliance AND i.id = :id
                                          AND i.mailed_at IS NULL AND i.state = 'SENT'\
                                        """)
                                .bind("alliance", alliance)
                                .bind("id", invitation)
                                .map(InvitationMails::words)
                                .one());
    }

    private static Words words(Readable row) {
        return new Words(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "inviter_id", UUID.class),
                Columns.of(row, "email", String.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "inviter", String.class),
                Columns.of(row, "firm", String.class),
                Columns.of(row, "alliance", String.class),
                Columns.of(row, "reason", String.class),
                Columns.of(row, "ask", String.class),
                ParticipantClass.valueOf(Columns.of(row, "class", String.class)));
    }

    Mono<Long> mailed(UUID alliance, UUID invitation) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        UPDATE invitation SET mailed_at = app_now()
                                        WHERE alliance_id = :alliance AND id = :id\
                                        """)
                                .bind("alliance", alliance)
                                .bind("id", invitation)
                                .fetch()
                                .rowsUpdated());
    }

    record Words(
            UUID invitation,
            UUID inviterId,
            String email,
            String name,
            String inviter,
            String firm,
            String alliance,
            String reason,
            String ask,
            ParticipantClass as) {}
}
