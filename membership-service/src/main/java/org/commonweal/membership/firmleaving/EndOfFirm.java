package org.commonweal.membership.firmleaving;

import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;

/**
 * The one statement by which a firm leaves, as it begins in three ways: read by {@link Departures}
 * and {@link DecidedDepartures}.
 */
final class EndOfFirm {

    private EndOfFirm() {}

    static final String CONFIRMED =
            """
            WITH firm AS (
                UPDATE organization o SET left_at = app_now(), leaves_at = NULL,
                    version = version + 1
                WHERE o.alliance_id = :alliance AND o.id = :organization AND o.left_at IS NULL
                  AND EXISTS (SELECT FROM membership b WHERE b.alliance_id = o.alliance_id
                      AND b.organization_id = o.id AND b.state = 'ACTIVE'
                      AND b.suspended_at IS NULL AND b.person_id = :by AND b.administrator)
                  AND :people = (SELECT count(*) FROM membership m
                      WHERE m.alliance_id = o.alliance_id AND m.organization_id = o.id
                        AND m.state = 'ACTIVE')
                RETURNING o.alliance_id, o.id, o.version, o.left_at, CAST(:by AS uuid) AS by,
                    CAST(:hash AS text) AS hash, CAST(NULL AS uuid) AS decision),
            """;

    static final String ANNOUNCED =
            """
            WITH come AS (
                DELETE FROM due WHERE alliance_id = :alliance AND kind = 'firm-leaves'
                  AND subject = :organization AND at <= app_now()
                RETURNING alliance_id, subject),
            firm AS (
                UPDATE organization o SET left_at = app_now(), leaves_at = NULL,
                    version = version + 1
                FROM come
                WHERE o.alliance_id = come.alliance_id AND o.id = come.subject
                  AND o.left_at IS NULL
                RETURNING o.alliance_id, o.id, o.version, o.left_at, CAST(NULL AS uuid) AS by,
                    CAST(NULL AS text) AS hash, CAST(NULL AS uuid) AS decision),
            """;

    static final String DECIDED =
            """
            WITH firm AS (
                UPDATE organization o SET left_at = app_now(), leaves_at = NULL,
                    version = version + 1
                WHERE o.alliance_id = :alliance AND o.id = :organization AND o.left_at IS NULL
                RETURNING o.alliance_id, o.id, o.version, o.left_at, CAST(NULL AS uuid) AS by,
                    CAST(NULL AS text) AS hash, CAST(:decision AS uuid) AS decision),
            """;

    /**
     * Goes on after {@code firm}, in a transaction that holds it. Whoever has a second place here
     * keeps the one at home. The last fact waits for all that ends.
     */
    static final String END =
            """
            ended AS (
                UPDATE membership m SET state = 'LEFT', ended_at = f.left_at, ended_reason = '',
                    left_with = :fact, told_at = NULL, administrator = false, delegate = false,
                    suspended_at = NULL, version = m.version + 1
                FROM firm f
                WHERE m.alliance_id = f.alliance_id AND m.organization_id = f.id
                  AND m.state = 'ACTIVE'
                RETURNING m.alliance_id, m.person_id, m.organization_id, m.class, m.version),
            working AS (
                UPDATE affiliation a SET until = f.left_at FROM firm f, ended e
                WHERE a.alliance_id = e.alliance_id AND a.person_id = e.person_id
                  AND a.until IS NULL),
            left_behind AS (
                UPDATE standing s SET state = 'ENDED', delegate = false, version = e.version
                FROM ended e
                WHERE s.alliance_id = e.alliance_id AND s.person_id = e.person_id
                RETURNING s.person_id, s.organization_id, s.issuer, s.subject),
            gone AS (
                SELECT e.alliance_id, e.person_id, e.organization_id, f.left_at AS at, e.version
                FROM ended e, firm f),
            second AS (
                UPDATE secondment s SET until = f.left_at, how = 'FIRM_LEFT' FROM firm f
                WHERE s.alliance_id = f.alliance_id AND s.organization_id = f.id
                  AND s.until IS NULL
                RETURNING s.*, CAST(NULL AS uuid) AS command, CAST(NULL AS text) AS hash),
            """
                    + FirmEnds.ENDS
                    + OfficeSeats.AFTER_GONE
                    + Secondments.AFTER_HOME
                    + Secondments.AFTER_SECOND
                    + """
                    , told AS (
                        INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                            audience, at, request_hash, payload)
                        SELECT f.alliance_id, t.id, t.type, t.subject, t.version, f.by, t.organization, t.audience,
                            f.left_at, t.hash, t.payload
                        FROM firm f CROSS JOIN LATERAL (
                            SELECT 1 AS place, uuidv7() AS id, :standing_type AS type,
                                e.person_id AS subject, e.version, f.id AS organization,
                                CAST('{"scope": "ALLIANCE"}' AS jsonb) AS audience,
                                CAST(NULL AS bytea) AS hash, jsonb_build_object(
                                    'person', e.person_id, 'organization', e.organization_id,
                                    'class', e.class, 'state', 'ENDED', 'delegate', false,
                                    'version', e.version, 'logins', coalesce(l.logins, '[]')) AS payload
                            FROM ended e LEFT JOIN (
                                SELECT person_id, jsonb_agg(jsonb_build_object(
                                    'issuer', issuer, 'subject', subject)) AS logins
                                FROM left_behind, firm
                                WHERE left_behind.organization_id = firm.id
                                GROUP BY person_id) l ON l.person_id = e.person_id
                    """
                    + FirmEnds.TOLD
                    + """
                            UNION ALL
                            SELECT 5, :fact, :left_type, f.id, f.version, f.id, '{"scope": "ALLIANCE"}',
                                decode(f.hash, 'hex'), jsonb_build_object('organization', f.id,
                                    'people', (SELECT count(*) FROM ended),
                                    'decision', f.decision, 'into', NULL)
                            WHERE (SELECT count(*) FROM second_gone_told) >= 0) t
                        ORDER BY t.place)
                    SELECT left_at FROM firm\
                    """;
}
