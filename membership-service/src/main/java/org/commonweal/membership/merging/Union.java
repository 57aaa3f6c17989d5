package org.commonweal.membership.merging;

import org.commonweal.membership.firmleaving.FirmEnds;
import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;

/**
 * The one statement of a merger, in a transaction that holds both firms. Every membership goes on
 * with its logins, its class and its dates; a role goes on where the other firm has nobody for it.
 * Whoever a directory has suspended stays so, unless the other firm has them besides. Standings are
 * told first, that of before without a login, because each goes on; last that the firm is gone.
 */
final class Union {

    private Union() {}

    private static final String FIRM =
            """
            WITH accepted AS (
                UPDATE merger v SET state = 'ACCEPTED', answered_by = :by, answered_at = app_now(),
                    version = v.version + 1
                FROM organization a, organization o
                WHERE v.alliance_id = :alliance AND v.id = :merger AND v.state = 'PROPOSED'
                  AND v.expires_at > app_now()
                  AND a.alliance_id = v.alliance_id AND a.id = v.from_id AND a.role = 'FIRM'
                  AND a.left_at IS NULL AND a.leaves_at IS NULL
                  AND o.alliance_id = v.alliance_id AND o.id = v.into_id AND o.role = 'FIRM'
                  AND o.left_at IS NULL AND o.leaves_at IS NULL
                  AND EXISTS (SELECT FROM membership b WHERE b.alliance_id = o.alliance_id
                      AND b.organization_id = o.id AND b.state = 'ACTIVE'
                      AND b.suspended_at IS NULL AND b.person_id = :by AND b.administrator)
                  AND :people = %s AND (o.seats IS NULL OR %s <= %s)
                RETURNING v.alliance_id, v.id, v.from_id, v.into_id, v.version),
            firm AS (
                UPDATE organization o SET left_at = app_now(), version = o.version + 1
                FROM accepted v WHERE o.alliance_id = v.alliance_id AND o.id = v.from_id
                RETURNING o.alliance_id, o.id, o.version, o.left_at, v.into_id, v.id AS merger,
                    v.version AS merger_version, CAST(:by AS uuid) AS by,
                    CAST(NULL AS uuid) AS decision),
            """
                    .formatted(
                            EffectColumns.PEOPLE,
                            EffectColumns.SEATS_NEEDED,
                            EffectColumns.SEATS_FREE);

    private static final String ACTS_THERE =
            """
            EXISTS (SELECT FROM membership d WHERE d.alliance_id = f.alliance_id
                AND d.organization_id = f.into_id AND d.%s AND d.state = 'ACTIVE'
                AND d.suspended_at IS NULL)\
            """;

    private static final String PEOPLE =
            """
            moved AS (
                UPDATE membership m SET organization_id = f.into_id,
                    administrator = m.administrator AND NOT %s,
                    delegate = m.delegate AND NOT %s,
                    suspended_at = CASE WHEN NOT EXISTS (
                        SELECT FROM secondment s WHERE s.alliance_id = f.alliance_id
                          AND s.person_id = m.person_id AND s.organization_id = f.into_id
                          AND s.until IS NULL) THEN m.suspended_at END,
                    version = m.version + 2
                FROM firm f
                WHERE m.alliance_id = f.alliance_id AND m.organization_id = f.id
                  AND m.state = 'ACTIVE'
                RETURNING m.alliance_id, m.person_id, f.id AS from_id, m.organization_id, m.class,
                    m.call, m.delegate, m.suspended_at, m.version, f.left_at AS at, f.merger),
            besides AS (
                UPDATE secondment s SET until = m.at, how = 'HOME_ENDED' FROM moved m
                WHERE s.alliance_id = m.alliance_id AND s.person_id = m.person_id
                  AND s.organization_id = m.organization_id AND s.until IS NULL
                RETURNING s.id, s.person_id),
            worked AS (
                UPDATE affiliation a SET until = m.at FROM moved m
                WHERE a.alliance_id = m.alliance_id AND a.person_id = m.person_id
                  AND a.organization_id = m.from_id AND a.until IS NULL),
            working AS (
                INSERT INTO affiliation (alliance_id, person_id, since, organization_id)
                SELECT alliance_id, person_id, at, organization_id FROM moved
                WHERE person_id NOT IN (SELECT person_id FROM besides)),
            second_login AS (
                SELECT s.person_id, s.issuer, s.subject FROM moved m
                JOIN standing s ON s.alliance_id = m.alliance_id AND s.person_id = m.person_id
                     AND s.organization_id = m.organization_id AND s.state = 'ACTIVE'),
            stands AS (
                UPDATE standing s SET organization_id = m.organization_id, class = m.class,
                    delegate = m.delegate AND m.suspended_at IS NULL, version = m.version
                FROM moved m
                WHERE s.alliance_id = m.alliance_id AND s.person_id = m.person_id
                  AND s.organization_id IN (m.from_id, m.organization_id)
                  AND (s.state <> 'ENDED' OR m.suspended_at IS NOT NULL)
                RETURNING s.person_id, s.issuer, s.subject),
            """
                    .formatted(
                            ACTS_THERE.formatted("administrator"),
                            ACTS_THERE.formatted("delegate"));

    /** Who works for the firm besides goes on for the other, unless that is home. */
    private static final String GUESTS =
            """
            second AS (
                UPDATE secondment s SET until = f.left_at, how = 'FIRM_LEFT'
                FROM firm f, membership h
                WHERE s.alliance_id = f.alliance_id AND s.organization_id = f.id
                  AND s.until IS NULL AND h.alliance_id = s.alliance_id
                  AND h.person_id = s.person_id AND h.organization_id = f.into_id
                RETURNING s.*, CAST(NULL AS uuid) AS command, CAST(NULL AS text) AS hash),
            hosted AS (
                UPDATE secondment s SET organization_id = f.into_id
                FROM firm f, membership h
                WHERE s.alliance_id = f.alliance_id AND s.organization_id = f.id
                  AND s.until IS NULL AND h.alliance_id = s.alliance_id
                  AND h.person_id = s.person_id AND h.organization_id <> f.into_id
                RETURNING s.alliance_id, s.id, s.person_id, s.organization_id, f.id AS from_id,
                    h.organization_id AS home, f.left_at AS at),
            host AS (
                UPDATE membership m SET version = m.version + 1 FROM hosted h
                WHERE m.alliance_id = h.alliance_id AND m.person_id = h.person_id
                RETURNING h.*, m.version),
            host_worked AS (
                UPDATE affiliation a SET until = h.at FROM hosted h
                WHERE a.alliance_id = h.alliance_id AND a.person_id = h.person_id
                  AND a.organization_id = h.from_id AND a.until IS NULL),
            host_working AS (
                INSERT INTO affiliation (alliance_id, person_id, since, organization_id)
                SELECT alliance_id, person_id, at, organization_id FROM hosted),
            host_stands AS (
                UPDATE standing s SET organization_id = h.organization_id, version = h.version
                FROM host h
                WHERE s.alliance_id = h.alliance_id AND s.person_id = h.person_id
                  AND s.organization_id = h.from_id AND s.state = 'ACTIVE'
                RETURNING s.person_id, s.issuer, s.subject),
            """;

    private static final String LOGINS =
            """
            coalesce((SELECT jsonb_agg(jsonb_build_object('issuer', l.issuer, 'subject', l.subject))
                FROM %s l WHERE l.person_id = %s.person_id), '[]')\
            """;

    private static final String STANDINGS =
            """
            SELECT 1 AS place, uuidv7() AS id, CAST(:standing_type AS text) AS type,
                m.person_id AS subject, m.version - 1 AS version, m.from_id AS organization,
                CAST('{"scope": "ALLIANCE"}' AS jsonb) AS audience, CAST(NULL AS bytea) AS hash,
                jsonb_build_object('person', m.person_id, 'organization', m.from_id,
                    'class', m.class, 'call', m.call, 'state', 'ENDED', 'delegate', false,
                    'version', m.version - 1, 'goesOn', m.suspended_at IS NULL,
                    'logins', jsonb_build_array()) AS payload
            FROM moved m
            UNION ALL
            SELECT 1, uuidv7(), :standing_type, b.id, m.version - 1, m.organization_id,
                '{"scope": "ALLIANCE"}', NULL, jsonb_build_object('person', m.person_id,
                    'organization', m.organization_id, 'class', 'MEMBER', 'state', 'ENDED',
                    'delegate', false, 'version', m.version - 1, 'goesOn', true,
                    'logins', %s)
            FROM besides b JOIN moved m ON m.person_id = b.person_id
            UNION ALL
            SELECT 2, uuidv7(), :standing_type, m.person_id, m.version, m.organization_id,
                '{"scope": "ALLIANCE"}', NULL, jsonb_build_object('person', m.person_id,
                    'organization', m.organization_id, 'class', m.class, 'call', m.call,
                    'state', CASE WHEN m.suspended_at IS NOT NULL THEN 'ENDED'
                        WHEN m.class = 'GUEST' THEN 'GUEST' ELSE 'ACTIVE' END,
                    'delegate', m.delegate AND m.suspended_at IS NULL, 'version', m.version,
                    'logins', %s)
            FROM moved m
            UNION ALL
            SELECT 2, uuidv7(), :standing_type, h.id, h.version, h.organization_id,
                '{"scope": "ALLIANCE"}', NULL, jsonb_build_object('person', h.person_id,
                    'organization', h.organization_id, 'class', 'MEMBER', 'state', 'ACTIVE',
                    'delegate', false, 'version', h.version, 'logins', %s)
            FROM host h
            """
                    .formatted(
                            LOGINS.formatted("second_login", "b"),
                            LOGINS.formatted("stands", "m"),
                            LOGINS.formatted("host_stands", "h"));

    private static final String CHANGES =
            """
            UNION ALL
            SELECT 3, uuidv7(), :moved_type, m.person_id, m.version, m.organization_id,
                '{"scope": "ALLIANCE"}', NULL, jsonb_build_object('person', m.person_id,
                    'from', m.from_id, 'organization', m.organization_id, 'move', NULL,
                    'merger', m.merger)
            FROM moved m
            UNION ALL
            SELECT 3, uuidv7(), :seconded_type, h.person_id, h.version, h.organization_id,
                '{"scope": "ALLIANCE"}', NULL, jsonb_build_object('person', h.person_id,
                    'home', h.home, 'organization', h.organization_id, 'secondment', h.id)
            FROM host h
            """;

    private static final String OF_THE_FIRM =
            """
            UNION ALL
            SELECT 5, :fact, :left_type, f.id, f.version, f.id, '{"scope": "ALLIANCE"}', NULL,
                jsonb_build_object('organization', f.id, 'people', (SELECT count(*) FROM moved),
                    'decision', NULL, 'into', f.into_id)
            UNION ALL
            SELECT 6, :command, :merger_type, f.merger, f.merger_version, f.into_id,
                '{"scope": "ALLIANCE"}', decode(:hash, 'hex'), jsonb_build_object(
                    'merger', f.merger, 'from', f.id, 'into', f.into_id, 'state', 'ACCEPTED',
                    'people', (SELECT count(*) FROM moved), 'version', f.merger_version)
            """;

    static final String STATEMENT =
            FIRM
                    + PEOPLE
                    + GUESTS
                    + FirmEnds.ENDS
                    + OfficeSeats.AFTER_MOVED
                    + Secondments.AFTER_SECOND
                    + """
                    , told AS (
                        INSERT INTO journal (alliance_id, id, type, subject, version, actor,
                            organization, audience, at, request_hash, payload)
                        SELECT f.alliance_id, t.id, t.type, t.subject, t.version, f.by,
                            t.organization, t.audience, f.left_at, t.hash, t.payload
                        FROM firm f CROSS JOIN LATERAL (
                    """
                    + STANDINGS
                    + CHANGES
                    + FirmEnds.TOLD
                    + OF_THE_FIRM
                    + """
                            ) t
                        ORDER BY t.place)
                    SELECT id FROM firm\
                    """;
}
