package org.commonweal.membership.handing;

import org.commonweal.membership.domain.Handover;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.RolesChangedV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Roles that pass from one to the other: the SQL. One statement, so that the firm has it always.
 */
@Component
class Passings {

    private final ScopedDatabase database;
    private final Journal journal;

    Passings(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** False when it is not so any more that the one can give it and the other take it. */
    Mono<Boolean> pass(HandOver.Command command, Handovers.Situation now) {
        var alliance = command.caller().alliance();
        var facts = Handovers.ended(command, now, Handover.State.ACCEPTED);
        return database.inAlliance(
                alliance,
                sql ->
                        Successions.hold(sql, alliance, now.organization())
                                .flatMap(_ ->
                                        sql.sql(PASS + Journal.APPEND)
                                                .bind("alliance", alliance)
                                                .bind("handover", command.handover())
                                                .bind("version", now.version())
                                                .bind("third", Ids.derived(command.key(), 2))
                                                .bind("fourth", Ids.derived(command.key(), 3))
                                                .bind("fifth", Ids.derived(command.key(), 4))
                                                .bind("sixth", Ids.derived(command.key(), 5))
                                                .bind("roles_type", RolesChangedV1.TYPE)
                                                .bind("standing_type", StandingChangedV1.TYPE)
                                                .bind("journal", journal.json(facts))
                                                .fetch()
                                                .rowsUpdated()
                                                .map(kept -> kept > 0)));
    }

    /** Who takes it is told before who gives it, so that nobody hears of a firm without. */
    private static final String PASS =
            """
            WITH pair AS (
                SELECT h.alliance_id, h.id, h.from_id, h.person_id, h.role
                FROM handover h
                JOIN membership f ON f.alliance_id = h.alliance_id AND f.person_id = h.from_id
                     AND f.organization_id = h.organization_id AND f.state = 'ACTIVE'
                     AND f.suspended_at IS NULL
                     AND CASE h.role WHEN 'ADMINISTRATOR' THEN f.administrator
                         ELSE f.delegate END
                JOIN membership t ON t.alliance_id = h.alliance_id AND t.person_id = h.person_id
                     AND t.organization_id = h.organization_id AND t.state = 'ACTIVE'
                     AND t.suspended_at IS NULL AND t.class = 'MEMBER'
                     AND NOT CASE h.role WHEN 'ADMINISTRATOR' THEN t.administrator
                         ELSE t.delegate END
                WHERE h.alliance_id = :alliance AND h.id = :handover AND h.version = :version
                  AND h.state = 'OFFERED'),
            kept AS (
                UPDATE handover h SET state = 'ACCEPTED', changed_at = app_now(),
                    version = h.version + 1
                FROM pair p WHERE h.alliance_id = p.alliance_id AND h.id = p.id
                  AND h.version = :version
                RETURNING h.alliance_id),
            changed AS (
                UPDATE membership m SET
                    administrator = CASE p.role WHEN 'ADMINISTRATOR'
                        THEN m.person_id = p.person_id ELSE m.administrator END,
                    delegate = CASE p.role WHEN 'DELEGATE'
                        THEN m.person_id = p.person_id ELSE m.delegate END,
                    version = m.version + 1
                FROM pair p JOIN kept USING (alliance_id)
                WHERE m.alliance_id = p.alliance_id AND m.person_id IN (p.from_id, p.person_id)
                RETURNING m.alliance_id, m.person_id, m.organization_id, m.class, m.administrator,
                    m.delegate, m.version, m.person_id = p.person_id AS takes,
                    p.person_id AS taker),
            standing AS (
                UPDATE standing s SET delegate = c.delegate, version = c.version FROM changed c
                WHERE s.alliance_id = c.alliance_id AND s.person_id = c.person_id
                  AND s.organization_id = c.organization_id AND s.state = 'ACTIVE'
                RETURNING s.person_id, s.issuer, s.subject),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, payload)
                SELECT c.alliance_id, f.id, f.type, c.person_id, c.version, c.taker,
                    c.organization_id, '{"scope": "ALLIANCE"}', app_now(), f.payload
                FROM changed c CROSS JOIN LATERAL (VALUES
                    (CASE WHEN c.takes THEN CAST(:third AS uuid) ELSE CAST(:fifth AS uuid) END,
                        :roles_type, jsonb_build_object(
                        'person', c.person_id, 'organization', c.organization_id,
                        'administrator', c.administrator, 'delegate', c.delegate,
                        'cause', 'HANDED_OVER')),
                    (CASE WHEN c.takes THEN CAST(:fourth AS uuid) ELSE CAST(:sixth AS uuid) END,
                        :standing_type, jsonb_build_object(
                        'person', c.person_id, 'organization', c.organization_id,
                        'class', c.class, 'state', 'ACTIVE', 'delegate', c.delegate,
                        'version', c.version, 'logins', coalesce((
                            SELECT jsonb_agg(jsonb_build_object(
                                'issuer', s.issuer, 'subject', s.subject))
                            FROM standing s WHERE s.person_id = c.person_id), '[]'))))
                    AS f(id, type, payload)
                ORDER BY c.takes DESC)\
            """;
}
