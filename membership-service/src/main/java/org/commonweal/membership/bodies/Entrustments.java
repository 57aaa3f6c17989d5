package org.commonweal.membership.bodies;

import java.util.UUID;
import org.commonweal.membership.domain.Body;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.RolesChangedV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who administers a firm and who votes for it: the SQL. */
@Component
class Entrustments {

    private final ScopedDatabase database;

    Entrustments(ScopedDatabase database) {
        this.database = database;
    }

    /** False when it is not so any more that the one may entrust the other with it. */
    Mono<Boolean> keep(Govern.Command command, UUID by, UUID person, Body.Roles roles) {
        var alliance = command.caller().alliance();
        return database.inAlliance(
                alliance,
                sql ->
                        Successions.hold(sql, alliance, command.organization())
                                .flatMap(_ ->
                                        sql.sql(KEEP)
                                                .bind("alliance", alliance)
                                                .bind("organization", command.organization())
                                                .bind("person", person)
                                                .bind("by", by)
                                                .bind("administrator", roles.administrator())
                                                .bind("delegate", roles.delegate())
                                                .bind("command", command.key())
                                                .bind("second", Ids.derived(command.key(), 1))
                                                .bind("hash", command.requestHash())
                                                .bind("roles_type", RolesChangedV1.TYPE)
                                                .bind("standing_type", StandingChangedV1.TYPE)
                                                .map(row -> Columns.of(row, "kept", Boolean.class))
                                                .one()));
    }

    private static final String KEEP =
            """
            WITH changed AS (
                UPDATE membership m SET administrator = :administrator, delegate = :delegate,
                    version = m.version + 1
                WHERE m.alliance_id = :alliance AND m.person_id = :person
                  AND m.organization_id = :organization AND m.state = 'ACTIVE' AND m.class = 'MEMBER'
                  AND EXISTS (SELECT FROM membership b WHERE b.alliance_id = m.alliance_id
                      AND b.organization_id = m.organization_id AND b.state = 'ACTIVE'
                      AND b.suspended_at IS NULL
                      AND b.person_id = :by AND b.administrator)
                  AND (:administrator OR EXISTS (
                      SELECT FROM membership o WHERE o.alliance_id = m.alliance_id
                        AND o.organization_id = m.organization_id AND o.state = 'ACTIVE'
                        AND o.suspended_at IS NULL
                        AND o.person_id <> m.person_id AND o.administrator))
                  AND (:delegate OR EXISTS (
                      SELECT FROM membership o WHERE o.alliance_id = m.alliance_id
                        AND o.organization_id = m.organization_id AND o.state = 'ACTIVE'
                        AND o.suspended_at IS NULL
                        AND o.person_id <> m.person_id AND o.delegate))
                RETURNING m.alliance_id, m.person_id, m.organization_id, m.class, m.administrator,
                    m.delegate, m.version),
            standing AS (
                UPDATE standing s SET delegate = c.delegate, version = c.version FROM changed c
                WHERE s.alliance_id = c.alliance_id AND s.person_id = c.person_id
                  AND s.organization_id = c.organization_id AND s.state = 'ACTIVE'
                RETURNING s.issuer, s.subject),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, request_hash, payload)
                SELECT c.alliance_id, f.id, f.type, c.person_id, c.version, :by,
                    c.organization_id, '{"scope": "ALLIANCE"}', app_now(), f.hash, f.payload
                FROM changed c CROSS JOIN LATERAL (VALUES
                    (CAST(:command AS uuid), :roles_type, decode(:hash, 'hex'), jsonb_build_object(
                        'person', c.person_id, 'organization', c.organization_id,
                        'administrator', c.administrator, 'delegate', c.delegate,
                        'cause', 'NAMED')),
                    (CAST(:second AS uuid), :standing_type, NULL, jsonb_build_object(
                        'person', c.person_id, 'organization', c.organization_id,
                        'class', c.class, 'state', 'ACTIVE', 'delegate', c.delegate,
                        'version', c.version, 'logins', coalesce((
                            SELECT jsonb_agg(jsonb_build_object('issuer', issuer, 'subject', subject))
                            FROM standing), '[]'))))
                    AS f(id, type, hash, payload))
            SELECT EXISTS (SELECT FROM changed) AS kept\
            """;
}
