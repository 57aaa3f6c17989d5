package org.commonweal.membership.moving;

import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.membership.succession.Successions;

/**
 * The one statement of a move, in a transaction that holds both firms: one time at a firm ends in
 * the very moment in which the next begins. What the person did for the old firm, the old firm's
 * others do; every other login loses its standing, a second firm's too, and whoever hears of it
 * hears that first. An office of the alliance goes along where the new firm has room.
 */
final class Transfer {

    private Transfer() {}

    private static final String AT_THE_NEW_FIRM =
            """
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
            left_behind AS (
                UPDATE standing s SET state = 'ENDED', delegate = false, version = m.version - 1
                FROM moved m
                WHERE s.alliance_id = m.alliance_id AND s.person_id = m.person_id
                  AND (s.issuer, s.subject) <> (CAST(:issuer AS text), CAST(:subject AS text))
                RETURNING s.person_id, s.organization_id, s.issuer, s.subject),
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
                            'organization', m.organization_id, 'move', CAST(:move AS uuid),
                            'merger', NULL)),
                    (CAST(:second AS uuid), :standing_type, m.version - 1, NULL,
                        jsonb_build_object('person', m.person_id, 'organization', m.from_id,
                            'class', m.class, 'state', 'ENDED', 'delegate', false,
                            'version', m.version - 1, 'goesOn', true, 'logins', coalesce((
                                SELECT jsonb_agg(jsonb_build_object(
                                    'issuer', issuer, 'subject', subject))
                                FROM left_behind l
                                WHERE l.organization_id = m.from_id), '[]'))),
                    (CAST(:third AS uuid), :standing_type, m.version, NULL,
                        jsonb_build_object('person', m.person_id,
                            'organization', m.organization_id, 'class', m.class,
                            'state', 'ACTIVE', 'delegate', m.delegate, 'version', m.version,
                            'logins', jsonb_build_array(jsonb_build_object(
                                'issuer', CAST(:issuer AS text),
                                'subject', CAST(:subject AS text))))))
                    AS f(id, type, version, hash, payload)),
            gone AS (
                SELECT alliance_id, person_id, from_id AS organization_id, at,
                    version - 1 AS version FROM moved)
            """;

    static final String STATEMENT =
            TakenUp.OFFER.formatted("MOVE")
                    + AT_THE_NEW_FIRM
                    + TakenUp.LOGIN.formatted("moved")
                    + BY_THE_NEW_LOGIN
                    + TOLD
                    + Successions.AFTER_GONE
                    + Secondments.AFTER_HOME
                    + OfficeSeats.AFTER_MOVED
                    + "SELECT person_id, from_id, organization_id, delegate FROM moved";
}
