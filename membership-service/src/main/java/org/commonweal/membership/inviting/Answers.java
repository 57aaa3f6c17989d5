package org.commonweal.membership.inviting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.membership.agreements.Terms;
import org.commonweal.membership.domain.Agreement;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.maildomains.WayInColumns;
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
                        sql.sql(Joinings.SITUATION)
                                .bind("alliance", command.caller().alliance())
                                .bind("command", command.key())
                                .bind("invitation", command.invitation())
                                .bind("person", person.value())
                                .bind("mail_domain", command.login().mailDomain())
                                .bind("agreed", command.agreed())
                                .bind("login", command.login().provider())
                                .map(Answers::decisive)
                                .one());
    }

    private static Situation decisive(Readable row) {
        var email = Columns.of(row, "email", String.class);
        var wayIn = Objects.requireNonNull(WayInColumns.of(row));
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
                unaccepted(row),
                row.get("earlier", String.class));
    }

    private static Agreement.@Nullable Unaccepted unaccepted(Readable row) {
        var agreement = row.get("unaccepted", UUID.class);
        return agreement == null
                ? null
                : new Agreement.Unaccepted(
                        agreement,
                        Columns.of(row, "unaccepted_version", Long.class),
                        Columns.of(row, "unaccepted_title", String.class));
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
        return sql.sql(Joinings.ACCEPT)
                .bindValues(values(command, person))
                .bindValues(Terms.values())
                .bind("agreed", command.agreed())
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
            Agreement.@Nullable Unaccepted unaccepted,
            @Nullable String earlierHash) {}
}
