package org.commonweal.membership.seconding;

import java.util.Map;
import org.commonweal.membership.wire.SecondmentEndedV1;
import org.commonweal.membership.wire.StandingChangedV1;

/**
 * Places at a second firm as they end: the SQL, parts of whatever statement ends them. Each place
 * has standings of its own, told under its own id: the one at home is told under the person's.
 */
public final class Secondments {

    private Secondments() {}

    /**
     * A place ends and the one at home stays. Goes on after a common table expression {@code
     * second} of the rows of {@code secondment} that have just ended, with {@code command} and
     * {@code hash} where a person did it; binds {@link #values}.
     */
    public static final String AFTER_SECOND =
            """
            , second_member AS (
                UPDATE membership m SET version = m.version + 1 FROM second e
                WHERE m.alliance_id = e.alliance_id AND m.person_id = e.person_id
                RETURNING m.alliance_id, m.person_id, m.version),
            second_worked AS (
                UPDATE affiliation a SET until = e.until FROM second e
                WHERE a.alliance_id = e.alliance_id AND a.person_id = e.person_id
                  AND a.organization_id = e.organization_id AND a.until IS NULL),
            second_standing AS (
                UPDATE standing s SET state = 'ENDED', delegate = false, version = m.version
                FROM second e JOIN second_member m ON m.person_id = e.person_id
                WHERE s.alliance_id = e.alliance_id AND s.person_id = e.person_id
                  AND s.organization_id = e.organization_id
                RETURNING s.person_id, s.issuer, s.subject),
            second_told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, request_hash, payload)
                SELECT e.alliance_id, f.id, f.type, f.subject, m.version, e.ended_by,
                    e.organization_id, '{"scope": "ALLIANCE"}', e.until, f.hash, f.payload
                FROM second e JOIN second_member m ON m.person_id = e.person_id
                CROSS JOIN LATERAL (VALUES
                    (uuidv7(), :second_standing_type, e.id, NULL, jsonb_build_object(
                        'person', e.person_id, 'organization', e.organization_id,
                        'class', 'MEMBER', 'state', 'ENDED', 'delegate', false,
                        'version', m.version, 'logins', coalesce((
                            SELECT jsonb_agg(jsonb_build_object(
                                'issuer', s.issuer, 'subject', s.subject))
                            FROM second_standing s WHERE s.person_id = e.person_id), '[]'))),
                    (coalesce(e.command, uuidv7()), :second_ended_type, e.person_id,
                        decode(e.hash, 'hex'), jsonb_build_object(
                            'person', e.person_id, 'organization', e.organization_id,
                            'secondment', e.id, 'how', e.how)))
                    AS f(id, type, subject, hash, payload))
            """;

    /**
     * A place ends with the one at home; whatever ends that tells it. Goes on after {@code gone}
     * (alliance_id, person_id, organization_id, at, version) and {@code left_behind} (person_id,
     * organization_id, issuer, subject), the logins whose standing has ended; binds {@link
     * #homeValues}.
     */
    public static final String AFTER_HOME =
            """
            , second_gone AS (
                UPDATE secondment s SET until = g.at, how = 'HOME_ENDED' FROM gone g
                WHERE s.alliance_id = g.alliance_id AND s.person_id = g.person_id
                  AND s.until IS NULL
                RETURNING s.alliance_id, s.id, s.person_id, s.organization_id, g.at, g.version),
            second_gone_told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                    audience, at, payload)
                SELECT e.alliance_id, uuidv7(), :second_standing_type, e.id, e.version,
                    e.organization_id, '{"scope": "ALLIANCE"}', e.at, jsonb_build_object(
                        'person', e.person_id, 'organization', e.organization_id,
                        'class', 'MEMBER', 'state', 'ENDED', 'delegate', false,
                        'version', e.version, 'logins', coalesce((
                            SELECT jsonb_agg(jsonb_build_object(
                                'issuer', s.issuer, 'subject', s.subject))
                            FROM left_behind s WHERE s.person_id = e.person_id
                              AND s.organization_id = e.organization_id), '[]'))
                FROM second_gone e
                RETURNING subject)
            """;

    /** Of {@link #AFTER_SECOND}. */
    public static Map<String, Object> values() {
        return Map.of(
                "second_standing_type",
                StandingChangedV1.TYPE,
                "second_ended_type",
                SecondmentEndedV1.TYPE);
    }

    /** Of {@link #AFTER_HOME}. */
    public static Map<String, Object> homeValues() {
        return Map.of("second_standing_type", StandingChangedV1.TYPE);
    }
}
