package org.commonweal.membership.inviting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.domain.WayIn;
import org.commonweal.membership.me.Registry;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.InvitationDeclinedV1;
import org.commonweal.membership.wire.MemberJoinedV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers to invitations: the SQL. The one place that writes an ACTIVE membership after founding.
 */
@Component
class Answers {

    private final ScopedDatabase database;

    Answers(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when there is no such invitation. */
    Mono<Situation> situation(AnswerInvitation.Command command, PersonId person) {
        return database.inRegistry(
                scope(command, person),
                sql ->
                        sql.sql(SITUATION)
                                .bind("alliance", command.caller().alliance())
                                .bind("command", command.key())
                                .bind("invitation", command.invitation())
                                .bind("person", person.value())
                                .bind("login", command.login().provider())
                                .map(Answers::decisive)
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT i.email, i.organization_id, i.state, i.expires_at,
                   (SELECT w FROM ways_in(o.alliance_id, o.id, o.provider) w ORDER BY w <> :login LIMIT 1)
                       AS provider,
                   o.mail_domains, coalesce(o.seats <= (
                       SELECT count(*) FROM membership m
                       WHERE m.alliance_id = o.alliance_id
                         AND m.organization_id = o.id
                         AND m.state = 'ACTIVE'), false) AS seats_taken,
                   EXISTS (SELECT FROM membership m
                       WHERE m.alliance_id = i.alliance_id
                         AND m.person_id = :person
                         AND m.state = 'ACTIVE') AS already_member,
                   encode(j.request_hash, 'hex') AS earlier
            FROM invitation i
            JOIN organization o ON o.alliance_id = i.alliance_id
                 AND o.id = i.organization_id
            LEFT JOIN journal j ON j.alliance_id = i.alliance_id
                 AND j.id = :command
            WHERE i.alliance_id = :alliance AND i.id = :invitation\
            """;

    private static Situation decisive(Readable row) {
        var email = Columns.of(row, "email", String.class);
        var wayIn =
                new WayIn(
                        row.get("provider", String.class),
                        List.of(Columns.of(row, "mail_domains", String[].class)));
        var organization = new OrganizationId(Columns.of(row, "organization_id", UUID.class));
        var invitation =
                Columns.of(row, "state", String.class).equals("SENT")
                        ? new Invitation.Open(
                                email,
                                organization,
                                wayIn,
                                Columns.of(row, "expires_at", Instant.class))
                        : new Invitation.Answered(email, wayIn);
        return new Situation(
                invitation,
                organization,
                new Invitation.Place(
                        Columns.of(row, "already_member", Boolean.class),
                        Columns.of(row, "seats_taken", Boolean.class)),
                row.get("earlier", String.class));
    }

    /**
     * Makes the person a member, for a firm without one its delegate; empty when the invitation was
     * answered meanwhile.
     */
    Mono<AnswerInvitation.Outcome> accept(
            AnswerInvitation.Command command,
            PersonId person,
            OrganizationId firm,
            String ownInterest) {
        return database.inRegistry(
                scope(command, person),
                sql ->
                        Successions.hold(sql, command.caller().alliance(), firm.value())
                                .flatMap(_ -> accept(sql, command, person, ownInterest)));
    }

    private static Mono<AnswerInvitation.Outcome> accept(
            DatabaseClient sql,
            AnswerInvitation.Command command,
            PersonId person,
            String ownInterest) {
        return sql.sql(ACCEPT)
                .bindValues(values(command, person))
                .bind("own_interest", ownInterest)
                .bind("issuer", command.login().issuer())
                .bind("subject", command.login().subject())
                .bind("joined_type", MemberJoinedV1.TYPE)
                .bind("standing_type", StandingChangedV1.TYPE)
                .bind("second", org.commonweal.platform.messaging.Ids.derived(command.key(), 1))
                .map(Answers::membership)
                .one()
                .map(view -> new AnswerInvitation.Outcome.Joined(view, true));
    }

    /**
     * Whether the person is the firm's first and so its delegate is known only when it is written,
     * so this one statement makes its own journal payloads.
     */
    private static final String ACCEPT =
            """
            WITH answered AS (
                UPDATE invitation SET state = 'ACCEPTED', answered_at = app_now(),
                    answered_by = :person, version = version + 1
                WHERE alliance_id = :alliance AND id = :invitation AND state = 'SENT'
                  AND NOT EXISTS (SELECT FROM membership m WHERE m.alliance_id = :alliance
                      AND m.person_id = :person AND m.state = 'ACTIVE')
                  AND EXISTS (SELECT FROM organization o WHERE o.alliance_id = :alliance
                      AND o.id = invitation.organization_id AND o.left_at IS NULL
                      AND (o.seats IS NULL OR o.seats > (
                          SELECT count(*) FROM membership m WHERE m.alliance_id = o.alliance_id
                            AND m.organization_id = o.id AND m.state = 'ACTIVE')))
                RETURNING alliance_id, organization_id, inviter_id),
            joined AS (
                INSERT INTO membership AS m (alliance_id, person_id, organization_id, class, delegate,
                    administrator, state, own_interest, accepted_by, joined_at, version)
                SELECT a.alliance_id, :person, a.organization_id, 'MEMBER', NOT EXISTS (
                        SELECT FROM membership d WHERE d.alliance_id = a.alliance_id
                          AND d.organization_id = a.organization_id AND d.delegate
                          AND d.state = 'ACTIVE'),
                    NOT EXISTS (
                        SELECT FROM membership d WHERE d.alliance_id = a.alliance_id
                          AND d.organization_id = a.organization_id AND d.administrator
                          AND d.state = 'ACTIVE'),
                    'ACTIVE', :own_interest, :person, app_now(), 1
                FROM answered a
                ON CONFLICT (alliance_id, person_id) DO UPDATE
                SET organization_id = excluded.organization_id, delegate = excluded.delegate,
                    administrator = excluded.administrator, state = 'ACTIVE', own_interest = excluded.own_interest,
                    accepted_by = excluded.accepted_by, joined_at = excluded.joined_at,
                    ended_at = NULL, version = m.version + 1
                WHERE m.state <> 'ACTIVE'
                RETURNING alliance_id, person_id, organization_id, class, delegate, joined_at,
                    version),
            working AS (
                INSERT INTO affiliation (alliance_id, person_id, since, organization_id)
                SELECT alliance_id, person_id, joined_at, organization_id FROM joined),
            standing AS (
                INSERT INTO standing AS s (alliance_id, issuer, subject, person_id, organization_id,
                    class, delegate, state, version)
                SELECT alliance_id, :issuer, :subject, person_id, organization_id, class, delegate,
                    'ACTIVE', version FROM joined
                ON CONFLICT (alliance_id, issuer, subject) DO UPDATE
                SET organization_id = excluded.organization_id, class = excluded.class,
                    delegate = excluded.delegate, state = 'ACTIVE', version = excluded.version),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, request_hash, payload)
                SELECT j.alliance_id, f.id, f.type, j.person_id, j.version, j.person_id,
                    j.organization_id, '{"scope": "ALLIANCE"}', j.joined_at, f.hash, f.payload
                FROM joined j JOIN answered a ON true
                CROSS JOIN LATERAL (VALUES
                    (CAST(:command AS uuid), :joined_type, decode(:hash, 'hex'), jsonb_build_object(
                        'person', j.person_id, 'organization', j.organization_id,
                        'class', j.class, 'delegate', j.delegate, 'invitation',
                        CAST(:invitation AS uuid), 'inviter', a.inviter_id)),
                    (CAST(:second AS uuid), :standing_type, NULL, jsonb_build_object(
                        'person', j.person_id, 'organization', j.organization_id,
                        'class', j.class, 'state', 'ACTIVE', 'delegate', j.delegate,
                        'version', j.version, 'logins', jsonb_build_array(jsonb_build_object(
                            'issuer', CAST(:issuer AS text), 'subject', CAST(:subject AS text))))))
                    AS f(id, type, hash, payload))
            SELECT person_id, organization_id, class, delegate, joined_at FROM joined\
            """;

    /** Empty when the invitation was answered meanwhile. */
    Mono<AnswerInvitation.Outcome> decline(AnswerInvitation.Command command, PersonId person) {
        return database.inRegistry(
                scope(command, person),
                sql ->
                        sql.sql(
                                        """
                                        WITH kept AS (
                                            UPDATE invitation SET state = 'DECLINED',
                                                answered_at = app_now(), answered_by = :person,
                                                version = version + 1
                                            WHERE alliance_id = :alliance AND id = :invitation
                                              AND state = 'SENT'
                                            RETURNING *),
                                        told AS (
                                            INSERT INTO journal (alliance_id, id, type, subject,
                                                version, actor, organization, audience, at,
                                                request_hash, payload)
                                            SELECT alliance_id, :command, :type, id, version, :person,
                                                organization_id, jsonb_build_object('scope', 'PERSONS',
                                                    'persons', jsonb_build_array(inviter_id)),
                                                app_now(), decode(:hash, 'hex'), jsonb_build_object(
                                                    'invitation', id, 'organization', organization_id,
                                                    'inviter', inviter_id)
                                            FROM kept)
                                        SELECT kept.*, state AS shown_state FROM kept\
                                        """)
                                .bindValues(values(command, person))
                                .bind("type", InvitationDeclinedV1.TYPE)
                                .map(Invitations::view)
                                .one()
                                .map(AnswerInvitation.Outcome.Declined::new));
    }

    /** What the same command brought about before. */
    Mono<AnswerInvitation.Outcome> earlier(AnswerInvitation.Command command, PersonId person) {
        return database.inRegistry(
                scope(command, person),
                sql ->
                        sql.sql(
                                        """
                                        SELECT i.*, i.state AS shown_state, m.person_id, m.class,
                                               m.delegate, m.joined_at
                                        FROM invitation i
                                        LEFT JOIN membership m ON m.alliance_id = i.alliance_id
                                             AND m.person_id = i.answered_by
                                        WHERE i.alliance_id = :alliance AND i.id = :invitation\
                                        """)
                                .bind("alliance", command.caller().alliance())
                                .bind("invitation", command.invitation())
                                .map(Answers::outcome)
                                .one());
    }

    private static AnswerInvitation.Outcome outcome(Readable row) {
        return Columns.of(row, "state", String.class).equals("ACCEPTED")
                ? new AnswerInvitation.Outcome.Joined(membership(row), false)
                : new AnswerInvitation.Outcome.Declined(Invitations.view(row));
    }

    private static MembershipView membership(Readable row) {
        return new MembershipView(
                Columns.of(row, "person_id", UUID.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "class", String.class),
                Columns.of(row, "delegate", Boolean.class),
                Columns.of(row, "joined_at", Instant.class));
    }

    private static Map<String, Object> values(AnswerInvitation.Command command, PersonId person) {
        return Map.of(
                "alliance", command.caller().alliance(),
                "invitation", command.invitation(),
                "person", person.value(),
                "command", command.key(),
                "hash", command.requestHash());
    }

    private static Map<String, String> scope(AnswerInvitation.Command command, PersonId person) {
        return Registry.scope(command.login(), person, command.caller().alliance());
    }

    record Situation(
            Invitation invitation,
            OrganizationId organization,
            Invitation.Place place,
            @Nullable String earlierHash) {}
}
