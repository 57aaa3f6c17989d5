package org.commonweal.membership.me;

import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the registry and all alliances know of one person, whole: the SQL, in the person's scope.
 */
@Component
class OwnThings {

    private static final String ALL =
            """
            SELECT CAST(jsonb_build_object(
                'format', 'commonweal.my-data.membership.v1',
                'at', app_now(),
                'person', (
                    SELECT jsonb_build_object('id', x.id, 'name', x.name, 'email', x.email,
                        'registeredAt', x.registered_at)
                    FROM person x WHERE x.id = :person),
                'logins', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'issuer', x.issuer,
                        'subject', x.subject,
                        'provider', x.provider,
                        'email', x.email,
                        'firstSeen', x.first_seen) ORDER BY x.first_seen), '[]')
                    FROM login x WHERE x.person_id = :person),
                'profile', (
                    SELECT jsonb_build_object('displayName', x.display_name,
                        'expertise', x.expertise, 'language', x.language,
                        'byMailOnly', x.by_mail_only)
                    FROM profile x WHERE x.person_id = :person),
                'memberships', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'alliance', x.alliance_id,
                        'allianceName', a.name,
                        'organization', x.organization_id,
                        'organizationName', o.name,
                        'class', x.class,
                        'call', x.call,
                        'state', x.state,
                        'suspendedAt', x.suspended_at,
                        'administrator', x.administrator,
                        'delegate', x.delegate,
                        'ownInterest', x.own_interest,
                        'joinedAt', x.joined_at,
                        'endedAt', x.ended_at,
                        'endedReason', x.ended_reason) ORDER BY x.joined_at), '[]')
                    FROM membership x
                    JOIN alliance a ON a.alliance_id = x.alliance_id
                    JOIN organization o
                      ON o.alliance_id = x.alliance_id AND o.id = x.organization_id
                    WHERE x.person_id = :person),
                'affiliations', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'alliance', x.alliance_id,
                        'organization', x.organization_id,
                        'since', x.since,
                        'until', x.until) ORDER BY x.since), '[]')
                    FROM affiliation x WHERE x.person_id = :person),
                'secondments', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', x.id,
                        'alliance', x.alliance_id,
                        'organization', x.organization_id,
                        'since', x.since,
                        'until', x.until,
                        'how', x.how,
                        'reason', x.reason) ORDER BY x.since), '[]')
                    FROM secondment x WHERE x.person_id = :person),
                'applications', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', x.id,
                        'alliance', x.alliance_id,
                        'organization', x.organization_id,
                        'email', x.email,
                        'answers', x.answers,
                        'state', x.state,
                        'reason', x.reason,
                        'appliedAt', x.applied_at,
                        'decidedAt', x.decided_at) ORDER BY x.id), '[]')
                    FROM application x WHERE x.person_id = :person),
                'invitationsReceived', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', x.id,
                        'alliance', x.alliance_id,
                        'email', x.email,
                        'name', x.name,
                        'organization', x.organization_id,
                        'class', x.class,
                        'call', x.call,
                        'reason', x.reason,
                        'ask', x.ask,
                        'state', x.state,
                        'sentAt', x.sent_at,
                        'answeredAt', x.answered_at) ORDER BY x.id), '[]')
                    FROM invitation x WHERE x.email = :email OR x.answered_by = :person),
                'invitationsSent', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', x.id,
                        'alliance', x.alliance_id,
                        'class', x.class,
                        'call', x.call,
                        'reason', x.reason,
                        'ask', x.ask,
                        'state', x.state,
                        'sentAt', x.sent_at) ORDER BY x.id), '[]')
                    FROM invitation x WHERE x.inviter_id = :person),
                'saidByMyFirmsDirectory', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'alliance', x.alliance_id,
                        'organization', x.organization_id,
                        'userName', x.user_name,
                        'displayName', x.display_name,
                        'email', x.email,
                        'active', x.active) ORDER BY x.id), '[]')
                    FROM eligible_person x WHERE x.person_id = :person),
            """
                    + OwnActs.PAIRS
                    + ") AS text) AS data";

    private final ScopedDatabase database;

    OwnThings(ScopedDatabase database) {
        this.database = database;
    }

    Mono<String> of(Login login, PersonId person) {
        return database.inRegistry(
                Registry.scope(login, person),
                sql ->
                        sql.sql(ALL)
                                .bind("person", person.value())
                                .bind(
                                        "email",
                                        login.provenEmail() == null ? "" : login.provenEmail())
                                .map(row -> Columns.of(row, "data", String.class))
                                .one());
    }
}
