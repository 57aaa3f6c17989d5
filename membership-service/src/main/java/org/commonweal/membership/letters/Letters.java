package org.commonweal.membership.letters;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.domain.WayIn;
import org.commonweal.membership.wire.InvitationDeclinedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Invitations as they were mailed: the SQL. Each query starts at address and inviter. */
@Component
class Letters {

    private static final String THE_LETTER =
            """
            WHERE i.alliance_id = :alliance AND i.id = :invitation
              AND i.inviter_id = :inviter AND i.email = :email\
            """;

    private final ScopedDatabase database;

    Letters(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when no such invitation went to this address. */
    Mono<Found> one(LetterKeys.Letter letter) {
        return database.inAlliance(
                letter.alliance(),
                sql ->
                        bind(
                                        letter,
                                        sql.sql(
                                                """
                                                SELECT a.name AS alliance, i.name, p.name AS inviter,
                                                       f.name AS firm, i.class, i.reason, i.ask, i.email,
                                                       i.organization_id, i.expires_at,
                                                       CASE WHEN i.state = 'SENT' AND i.expires_at < app_now()
                                                            THEN 'EXPIRED' ELSE i.state END AS state
                                                FROM invitation i
                                                JOIN alliance a ON a.alliance_id = i.alliance_id
                                                JOIN person p ON p.id = i.inviter_id
                                                JOIN organization f ON f.alliance_id = i.alliance_id
                                                     AND f.id = i.inviter_organization_id
                                                """
                                                        + THE_LETTER))
                                .map(Letters::found)
                                .one());
    }

    private static Found found(Readable row) {
        var state = LetterView.State.valueOf(Columns.of(row, "state", String.class));
        var email = Columns.of(row, "email", String.class);
        var expiresAt = Columns.of(row, "expires_at", Instant.class);
        var firm = new OrganizationId(Columns.of(row, "organization_id", UUID.class));
        var nobodys = new WayIn(null, List.of(), List.of());
        return new Found(
                switch (state) {
                    case SENT, EXPIRED -> new Invitation.Open(email, firm, nobodys, expiresAt);
                    case ACCEPTED, DECLINED -> new Invitation.Answered(email, nobodys);
                },
                new LetterView(
                        Columns.of(row, "alliance", String.class),
                        Columns.of(row, "name", String.class),
                        Columns.of(row, "inviter", String.class),
                        Columns.of(row, "firm", String.class),
                        ParticipantClass.valueOf(Columns.of(row, "class", String.class)),
                        Columns.of(row, "reason", String.class),
                        Columns.of(row, "ask", String.class),
                        state,
                        expiresAt));
    }

    /** Zero when it was answered at the same moment. */
    Mono<Long> decline(LetterKeys.Letter letter, UUID command) {
        return database.inAlliance(
                letter.alliance(),
                sql ->
                        bind(
                                        letter,
                                        sql.sql(
                                                """
                                                WITH kept AS (
                                                    UPDATE invitation i SET state = 'DECLINED',
                                                        answered_at = app_now(), version = version + 1
                                                    %s AND i.state = 'SENT'
                                                    RETURNING *)
                                                INSERT INTO journal (alliance_id, id, type, subject,
                                                    version, organization, audience, at, payload)
                                                SELECT alliance_id, :command, :type, id, version,
                                                    organization_id, jsonb_build_object('scope',
                                                        'PERSONS', 'persons',
                                                        jsonb_build_array(inviter_id)),
                                                    app_now(), jsonb_build_object(
                                                        'invitation', id, 'organization',
                                                        organization_id, 'inviter', inviter_id)
                                                FROM kept\
                                                """
                                                        .formatted(THE_LETTER)))
                                .bind("command", command)
                                .bind("type", InvitationDeclinedV1.TYPE)
                                .fetch()
                                .rowsUpdated());
    }

    private static GenericExecuteSpec bind(LetterKeys.Letter letter, GenericExecuteSpec statement) {
        return statement
                .bind("alliance", letter.alliance())
                .bind("invitation", letter.invitation())
                .bind("inviter", letter.inviter())
                .bind("email", letter.email());
    }

    record Found(Invitation invitation, LetterView view) {}
}
