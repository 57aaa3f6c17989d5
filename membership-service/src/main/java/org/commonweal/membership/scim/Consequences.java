package org.commonweal.membership.scim;

import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.membership.succession.Successions;

/** What follows for a person's standing from what a directory says: SQL of {@link Provisions}. */
final class Consequences {

    private Consequences() {}

    /**
     * Goes on after {@code kept} and {@code theirs}. Only what a directory ended is restored, and
     * only a membership that the person accepted; a second place is not suspended, it ends. An
     * office that nobody else acts in goes to the successor for good, if there is one.
     */
    static final String OF_KEPT =
            """
            others AS (
                SELECT o.administrator, o.delegate FROM kept k
                JOIN membership o ON o.alliance_id = k.alliance_id
                     AND o.organization_id = k.organization_id AND o.state = 'ACTIVE'
                     AND o.suspended_at IS NULL AND o.class = 'MEMBER'
                     AND o.person_id NOT IN (SELECT person_id FROM theirs)),
            changed AS (
                UPDATE membership m
                SET suspended_at = CASE WHEN k.active THEN NULL ELSE app_now() END,
                    administrator = m.administrator AND (k.active OR NOT EXISTS (
                        SELECT FROM others) OR EXISTS (SELECT FROM others WHERE administrator)),
                    delegate = m.delegate AND (k.active OR NOT EXISTS (
                        SELECT FROM others) OR EXISTS (SELECT FROM others WHERE delegate)),
                    version = m.version + 1
                FROM kept k, theirs t
                WHERE m.alliance_id = k.alliance_id AND m.organization_id = k.organization_id
                  AND m.person_id = t.person_id AND m.state = 'ACTIVE'
                  AND (m.suspended_at IS NULL) = NOT k.active
                RETURNING m.*),
            standing AS (
                UPDATE standing s
                SET state = CASE WHEN c.suspended_at IS NOT NULL THEN 'ENDED'
                        WHEN c.class = 'GUEST' THEN 'GUEST' ELSE 'ACTIVE' END,
                    delegate = c.delegate AND c.suspended_at IS NULL, version = c.version
                FROM changed c
                WHERE s.alliance_id = c.alliance_id AND s.person_id = c.person_id
                  AND s.organization_id = c.organization_id
                RETURNING s.person_id, s.issuer, s.subject),
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                    audience, at, payload)
                SELECT k.alliance_id, uuidv7(), :eligibility_type, k.id, k.version,
                    k.organization_id, jsonb_build_object('scope', 'ORGANIZATION',
                        'organization', k.organization_id), app_now(), jsonb_build_object(
                        'eligible', k.id, 'organization', k.organization_id,
                        'state', CASE WHEN k.active THEN 'ACTIVE' ELSE 'INACTIVE' END,
                        'person', k.person_id)
                FROM kept k
                UNION ALL
                SELECT c.alliance_id, uuidv7(), :standing_type, c.person_id, c.version,
                    c.organization_id, '{"scope": "ALLIANCE"}', app_now(), jsonb_build_object(
                        'person', c.person_id, 'organization', c.organization_id,
                        'class', c.class, 'call', c.call,
                        'state', CASE WHEN c.suspended_at IS NOT NULL THEN 'ENDED'
                            WHEN c.class = 'GUEST' THEN 'GUEST' ELSE 'ACTIVE' END,
                        'delegate', c.delegate AND c.suspended_at IS NULL, 'version', c.version,
                        'logins', coalesce((
                            SELECT jsonb_agg(jsonb_build_object(
                                'issuer', s.issuer, 'subject', s.subject))
                            FROM standing s WHERE s.person_id = c.person_id), '[]'))
                FROM changed c),
            gone AS (
                SELECT alliance_id, person_id, organization_id, suspended_at AS at FROM changed
                WHERE suspended_at IS NOT NULL),
            second AS (
                UPDATE secondment s SET until = app_now(), how = 'DIRECTORY' FROM kept k, theirs t
                WHERE s.alliance_id = k.alliance_id AND s.organization_id = k.organization_id
                  AND s.person_id = t.person_id AND s.until IS NULL AND NOT k.active
                RETURNING s.*, CAST(NULL AS uuid) AS command, CAST(NULL AS text) AS hash)
            """
                    + Secondments.AFTER_SECOND
                    + Successions.AFTER_GONE
                    + OfficeSeats.AFTER_GONE
                    + "SELECT * FROM kept";
}
