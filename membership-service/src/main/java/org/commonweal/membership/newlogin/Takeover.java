package org.commonweal.membership.newlogin;

/**
 * One statement by which the member's login changes and nothing else does: the standing of all
 * logins of before at that firm ends, and whoever hears of it hears that first.
 */
final class Takeover {

    private Takeover() {}

    private static final String BY_THE_CODE =
            """
            WITH taken AS (
                UPDATE new_login n SET taken_at = app_now()
                WHERE n.alliance_id = :alliance AND n.person_id = :person AND n.taken_at IS NULL
                  AND n.code_hash = sha256(convert_to(:code, 'UTF8')) AND n.until > app_now()
                RETURNING n.alliance_id, n.person_id, n.organization_id),
            kept AS (
                UPDATE membership m SET version = m.version + 2 FROM taken t
                WHERE m.alliance_id = t.alliance_id AND m.person_id = t.person_id
                  AND m.organization_id = t.organization_id AND m.state = 'ACTIVE'
                  AND m.class <> 'GUEST' AND m.suspended_at IS NULL
                RETURNING m.alliance_id, m.person_id, m.organization_id, m.class, m.delegate,
                    m.version, app_now() AS at),
            """;

    private static final String BY_THE_NEW_LOGIN =
            """
            own_login AS (
                UPDATE login l SET person_id = k.person_id, provider = :provider FROM kept k
                WHERE l.issuer = :issuer AND l.subject = :subject),
            left_behind AS (
                UPDATE standing s SET state = 'ENDED', delegate = false, version = k.version - 1
                FROM kept k
                WHERE s.alliance_id = k.alliance_id AND s.person_id = k.person_id
                  AND s.organization_id = k.organization_id
                  AND (s.issuer, s.subject) <> (CAST(:issuer AS text), CAST(:subject AS text))
                RETURNING s.issuer, s.subject),
            stands AS (
                INSERT INTO standing AS s (alliance_id, issuer, subject, person_id,
                    organization_id, class, delegate, state, version)
                SELECT alliance_id, :issuer, :subject, person_id, organization_id, class, delegate,
                    'ACTIVE', version FROM kept
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
                SELECT k.alliance_id, f.id, :standing_type, k.person_id, f.version, k.person_id,
                    k.organization_id, '{"scope": "ALLIANCE"}', k.at, f.hash,
                    jsonb_build_object('person', k.person_id, 'organization', k.organization_id,
                        'class', k.class, 'state', f.state, 'delegate', f.delegate,
                        'version', f.version, 'goesOn', f.state = 'ENDED',
                        'logins', f.logins)
                FROM kept k CROSS JOIN LATERAL (VALUES
                    (CAST(:command AS uuid), k.version - 1, decode(:hash, 'hex'), 'ENDED', false,
                        coalesce((SELECT jsonb_agg(jsonb_build_object(
                            'issuer', issuer, 'subject', subject)) FROM left_behind), '[]')),
                    (CAST(:second AS uuid), k.version, NULL, 'ACTIVE', k.delegate,
                        jsonb_build_array(jsonb_build_object(
                            'issuer', CAST(:issuer AS text),
                            'subject', CAST(:subject AS text)))))
                    AS f(id, version, hash, state, delegate, logins))
            """;

    static final String STATEMENT =
            BY_THE_CODE + BY_THE_NEW_LOGIN + TOLD + "SELECT person_id, organization_id FROM kept";
}
