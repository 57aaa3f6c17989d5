package org.commonweal.membership.moving;

/**
 * The one statement by which a member gets a place at a second firm, in a transaction that holds
 * both firms. Nothing changes at home but the version, by which all standings of a person are
 * ordered; the new login stands for the second firm, and never votes for it.
 */
final class Seconding {

    private Seconding() {}

    private static final String AT_THE_SECOND_FIRM =
            """
            begun AS (
                UPDATE membership m SET version = m.version + 1 FROM taken t
                WHERE m.alliance_id = t.alliance_id AND m.person_id = t.person_id
                RETURNING m.alliance_id, m.person_id, m.version, t.id, t.from_id,
                    t.organization_id, app_now() AS at),
            place AS (
                INSERT INTO secondment (alliance_id, id, person_id, organization_id, since)
                SELECT alliance_id, id, person_id, organization_id, at FROM begun),
            working AS (
                INSERT INTO affiliation (alliance_id, person_id, since, organization_id)
                SELECT alliance_id, person_id, at, organization_id FROM begun),
            """;

    private static final String STANDS =
            """
            stands AS (
                INSERT INTO standing AS s (alliance_id, issuer, subject, person_id,
                    organization_id, class, delegate, state, version)
                SELECT alliance_id, :issuer, :subject, person_id, organization_id, 'MEMBER', false,
                    'ACTIVE', version FROM begun
                ON CONFLICT (alliance_id, issuer, subject) DO UPDATE
                SET person_id = excluded.person_id, organization_id = excluded.organization_id,
                    class = excluded.class, call = NULL, delegate = false, state = 'ACTIVE',
                    version = excluded.version),
            """;

    private static final String TOLD =
            """
            told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, request_hash, payload)
                SELECT b.alliance_id, f.id, f.type, f.subject, b.version, b.person_id,
                    b.organization_id, '{"scope": "ALLIANCE"}', b.at, f.hash, f.payload
                FROM begun b CROSS JOIN LATERAL (VALUES
                    (CAST(:command AS uuid), :seconded_type, b.person_id, decode(:hash, 'hex'),
                        jsonb_build_object('person', b.person_id, 'home', b.from_id,
                            'organization', b.organization_id, 'secondment', b.id)),
                    (CAST(:second AS uuid), :standing_type, b.id, NULL,
                        jsonb_build_object('person', b.person_id,
                            'organization', b.organization_id, 'class', 'MEMBER',
                            'state', 'ACTIVE', 'delegate', false, 'version', b.version,
                            'logins', jsonb_build_array(jsonb_build_object(
                                'issuer', CAST(:issuer AS text),
                                'subject', CAST(:subject AS text))))))
                    AS f(id, type, subject, hash, payload))
            SELECT person_id, from_id, organization_id, false AS delegate FROM begun\
            """;

    static final String STATEMENT =
            TakenUp.OFFER.formatted("SECONDMENT")
                    + AT_THE_SECOND_FIRM
                    + TakenUp.LOGIN.formatted("begun")
                    + STANDS
                    + TOLD;
}
