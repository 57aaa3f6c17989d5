package org.commonweal.membership.merging;

import org.commonweal.membership.firmleaving.FirmEnds;
import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;

/**
 * The one statement of a merger, in a transaction that holds both firms. Every membership goes on
 * with its logins, its class and its dates; a role goes on where the other firm has nobody for it.
 * Whoever a directory has suspended stays so, unless the other firm has them besides.
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
                    + UnionFacts.OF_THE_PEOPLE
                    + FirmEnds.TOLD
                    + UnionFacts.OF_THE_FIRM
                    + """
                            ) t
                        ORDER BY t.place)
                    SELECT id FROM firm\
                    """;
}
