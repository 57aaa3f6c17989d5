package org.commonweal.membership.moving;

import org.commonweal.membership.succession.Successions;

/**
 * The one statement of a move, in a transaction that holds both firms: one time at a firm ends in
 * the very moment in which the next begins. What the person did for the old firm, the old firm's
 * others do; every other login loses its standing, and whoever hears of it hears that first.
 */
final class Transfer {

    private Transfer() {}

    private static final String AT_THE_NEW_FIRM =
            """
            WITH taken AS (
                UPDATE move v SET state = 'ACCEPTED', answered_at = app_now(), from_id = :from,
                    code_hash = NULL, version = v.version + 1
                FROM membership m
                WHERE v.alliance_id = :alliance AND v.id = :move AND v.state = 'OFFERED'
                  AND v.person_id = :person AND v.expires_at > app_now()
                  AND m.alliance_id = v.alliance_id AND m.person_id = v.person_id
                  AND m.state = 'ACTIVE' AND m.class = 'MEMBER' AND m.organization_id = :from
                  AND m.organization_id <> v.organization_id
                  AND EXISTS (SELECT FROM organization o WHERE o.alliance_id = v.alliance_id
                      AND o.id = v.organization_id AND o.left_at IS NULL
                      AND (o.seats IS NULL OR o.seats > (
                          SELECT count(*) FROM membership t WHERE t.alliance_id = o.alliance_id
                            AND t.organization_id = o.id AND t.state = 'ACTIVE'
                            AND t.class = 'MEMBER')))
                RETURNING v.alliance_id, v.person_id, v.organization_id, v.from_id),
            moved AS (
                UPDATE membership m SET organization_id = t.organization_id, suspended_at = NULL,
                    delegate = NOT EXISTS (
                        SELECT FROM membership d WHERE d.alliance_id = t.alliance_id
                          AND d.organization_id = t.organization_id AND d.delegate
                          AND d.state = 'ACTIVE' AND d.suspended_at IS NULL),
                    administrator = NOT EXISTS (
                        SELECT FROM membership d WHERE d.alliance_id = t.alliance_id
                          AND d.organization_id = t.organization_id AND d.administrator
                          AND d.state = 'ACTIVE' AND d.suspended_at IS NULL),
                    version = m.version + 2
                FROM taken t
                WHERE m.alliance_id = t.alliance_id AND m.person_id = t.person_id
                RETURNING m.alliance_id, m.person_id, t.from_id, m.organization_id, m.class,
                    m.delegate, m.version, app_now() AS at),
            worked AS (
                UPDATE affiliation a SET until = m.at FROM moved m
                WHERE a.alliance_id = m.alliance_id AND a.person_id = m.person_id
                  AND a.until IS NULL),
            working AS (
                INSERT INTO affiliation (alliance_id, person_id, since, organization_id)
                SELECT alliance_id, person_id, at, organization_id FROM moved),
            """;

    private static final String BY_THE_NEW_LOGIN =
            """
            own_login AS (
                UPDATE login l SET person_id = m.person_id, provider = :provider FROM moved m
                WHERE l.issuer = :issuer AND l.subject = :subject),
            left_behind AS (
                UPDATE standing s SET state = 'ENDED', delegate = false, version = m.version - 1
                FROM moved m
                WHERE s.alliance_id = m.alliance_id AND s.person_id = m.person_id
                  AND (s.issuer, s.subject) <> (CAST(:issuer AS text), CAST(:subject AS text))
                RETURNING s.issuer, s.subject),
            stands AS (
                INSERT INTO standing AS s (alliance_id, issuer, subject, person_id,
                    organization_id, class, delegate, state, version)
                SELECT alliance_id, :issuer, :subject, person_id, organization_id, class, delegate,
                    'ACTIVE', version FROM moved
                ON CONFLICT (alliance_id, issuer, subject) DO UPDATE
                SET person_id = excluded.person_id, organization_id = excluded.organization_id,
                    class = excluded.class, delegate = excluded.delegate, state = 'ACTIVE',
                    version = excluded.version),
            """;

    private static final String TOLD =
            """
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, request_hash, payload)
                SELECT m.alliance_id, f.id, f.type, m.person_id, f.version, m.person_id,
                    m.organization_id, '{"scope": "ALLIANCE"}', m.at, f.hash, f.payload
                FROM moved m CROSS JOIN LATERAL (VALUES
                    (CAST(:command AS uuid), :moved_type, m.version, decode(:hash, 'hex'),
                        jsonb_build_object('person', m.person_id, 'from', m.from_id,
                            'organization', m.organization_id, 'move', CAST(:move AS uuid))),
                    (CAST(:second AS uuid), :standing_type, m.version - 1, NULL,
                        jsonb_build_object('person', m.person_id, 'organization', m.from_id,
                            'class', m.class, 'state', 'ENDED', 'delegate', false,
                            'version', m.version - 1, 'logins', coalesce((
                                SELECT jsonb_agg(jsonb_build_object(
                                    'issuer', issuer, 'subject', subject))
                                FROM left_behind), '[]'))),
                    (CAST(:third AS uuid), :standing_type, m.version, NULL,
                        jsonb_build_object('person', m.person_id,
                            'organization', m.organization_id, 'class', m.class,
                            'state', 'ACTIVE', 'delegate', m.delegate, 'version', m.version,
                            'logins', jsonb_build_array(jsonb_build_object(
                                'issuer', CAST(:issuer AS text),
                                'subject', CAST(:subject AS text))))))
                    AS f(id, type, version, hash, payload)),
            gone AS (
                SELECT alliance_id, person_id, from_id AS organization_id, at FROM moved)
            """;

    static final String STATEMENT =
            AT_THE_NEW_FIRM
                    + BY_THE_NEW_LOGIN
                    + TOLD
                    + Successions.AFTER_GONE
                    + "SELECT person_id, from_id, organization_id, delegate FROM moved";
}
