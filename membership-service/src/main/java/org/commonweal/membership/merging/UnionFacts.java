package org.commonweal.membership.merging;

/**
 * What is told of a merger, in this order: all standings, that of before without a login, because
 * each goes on; who works for which firm now; what ends with the firm; last that it is gone.
 */
final class UnionFacts {

    private UnionFacts() {}

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

    static final String OF_THE_FIRM =
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

    static final String OF_THE_PEOPLE = STANDINGS + CHANGES;
}
