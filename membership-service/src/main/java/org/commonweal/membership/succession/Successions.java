package org.commonweal.membership.succession;

import io.r2dbc.spi.Parameters;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.commonweal.membership.wire.HandoverChangedV1;
import org.commonweal.membership.wire.NeedClosedV1;
import org.commonweal.membership.wire.RolesChangedV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A firm with people has an administrator and a delegate: when its last one goes or is suspended,
 * the colleague to whom it was offered becomes it, else the member who has been with the firm
 * longest, by the same statement, and everybody is told. Offers of and to who goes have lapsed.
 */
public final class Successions {

    private Successions() {}

    /**
     * Until the transaction ends, nobody else comes to the firm, leaves it or changes its roles;
     * what the next statement counts, is so. Empty when there is no such firm.
     */
    public static Mono<UUID> hold(DatabaseClient sql, UUID alliance, UUID organization) {
        return sql.sql(
                        """
                        SELECT id FROM organization
                        WHERE alliance_id = :alliance AND id = :organization FOR NO KEY UPDATE\
                        """)
                .bind("alliance", alliance)
                .bind("organization", organization)
                .map(row -> Columns.of(row, "id", UUID.class))
                .one();
    }

    /** Both firms, in one order whoever asks, so that nobody waits for each other. */
    public static Mono<UUID> holdBoth(DatabaseClient sql, UUID alliance, UUID one, UUID other) {
        var ordered = one.compareTo(other) < 0;
        return hold(sql, alliance, ordered ? one : other)
                .flatMap(_ -> hold(sql, alliance, ordered ? other : one));
    }

    /** The two facts of an offer {@code l} that nobody can answer any more. */
    public static final String LAPSE_FACTS =
            """
            SELECT CAST(:handover_type AS text) AS type,
                jsonb_build_array(l.from_id, l.person_id) AS persons,
                jsonb_build_object('handover', l.id, 'organization', l.organization_id,
                    'from', l.from_id, 'person', l.person_id, 'role', l.role,
                    'state', l.state, 'version', l.version) AS payload
            UNION ALL
            SELECT CAST(:need_closed_type AS text), jsonb_build_array(l.person_id),
                jsonb_build_object('need', l.id, 'person', l.person_id)
            """;

    /**
     * Goes on after a common table expression {@code gone} of those who go from one firm
     * (alliance_id, person_id, organization_id, at), in a transaction that holds the firm; binds
     * {@link #values}. Whom the firm's directory has suspended acts for nobody and follows nobody.
     */
    public static final String AFTER_GONE =
            """
            , missing AS (
                SELECT g.*, w.role FROM gone g
                CROSS JOIN (VALUES ('ADMINISTRATOR'), ('DELEGATE')) w(role)
                WHERE NOT EXISTS (SELECT FROM membership o WHERE o.alliance_id = g.alliance_id
                    AND o.organization_id = g.organization_id
                    AND o.person_id NOT IN (SELECT person_id FROM gone)
                    AND o.state = 'ACTIVE' AND o.suspended_at IS NULL AND CASE w.role
                        WHEN 'ADMINISTRATOR' THEN o.administrator ELSE o.delegate END)),
            heir AS (
                SELECT s.alliance_id, next.person_id, s.at,
                    bool_or(s.role = 'ADMINISTRATOR') AS administrator,
                    bool_or(s.role = 'DELEGATE') AS delegate,
                    row_number() OVER (ORDER BY next.person_id) AS place
                FROM missing s CROSS JOIN LATERAL (
                    SELECT m.person_id FROM membership m
                    JOIN affiliation a ON a.alliance_id = m.alliance_id
                        AND a.person_id = m.person_id
                        AND a.organization_id = m.organization_id AND a.until IS NULL
                    LEFT JOIN handover h ON h.alliance_id = m.alliance_id
                        AND h.organization_id = m.organization_id AND h.from_id = s.person_id
                        AND h.person_id = m.person_id AND h.role = s.role
                        AND h.state = 'OFFERED'
                    WHERE m.alliance_id = s.alliance_id
                      AND m.organization_id = s.organization_id
                      AND m.person_id NOT IN (SELECT person_id FROM gone)
                      AND m.state = 'ACTIVE' AND m.suspended_at IS NULL AND m.class = 'MEMBER'
                    ORDER BY h.id IS NULL, a.since, a.person_id LIMIT 1) next
                GROUP BY s.alliance_id, next.person_id, s.at),
            succeeded AS (
                UPDATE membership m SET administrator = m.administrator OR h.administrator,
                    delegate = m.delegate OR h.delegate, version = m.version + 1
                FROM heir h
                WHERE m.alliance_id = h.alliance_id AND m.person_id = h.person_id
                RETURNING m.alliance_id, m.person_id, m.organization_id, m.class, m.administrator,
                    m.delegate, m.version, h.at, h.place),
            heir_standing AS (
                UPDATE standing s SET delegate = h.delegate, version = h.version FROM succeeded h
                WHERE s.alliance_id = h.alliance_id AND s.person_id = h.person_id
                  AND s.organization_id = h.organization_id AND s.state = 'ACTIVE'
                RETURNING s.person_id, s.issuer, s.subject),
            succession_told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                    audience, at, payload)
                SELECT h.alliance_id, f.id, f.type, h.person_id, h.version, h.organization_id,
                    '{"scope": "ALLIANCE"}', h.at, f.payload
                FROM succeeded h CROSS JOIN LATERAL (VALUES
                    (coalesce(CASE h.place WHEN 1 THEN CAST(:heir_roles AS uuid)
                        WHEN 2 THEN CAST(:second_heir_roles AS uuid) END, uuidv7()), :roles_type,
                        jsonb_build_object(
                        'person', h.person_id, 'organization', h.organization_id,
                        'administrator', h.administrator, 'delegate', h.delegate,
                        'cause', 'SUCCESSION')),
                    (coalesce(CASE h.place WHEN 1 THEN CAST(:heir_standing AS uuid)
                        WHEN 2 THEN CAST(:second_heir_standing AS uuid) END, uuidv7()),
                        :standing_type, jsonb_build_object(
                        'person', h.person_id, 'organization', h.organization_id,
                        'class', h.class, 'state', 'ACTIVE', 'delegate', h.delegate,
                        'version', h.version, 'logins', coalesce((
                            SELECT jsonb_agg(jsonb_build_object(
                                'issuer', l.issuer, 'subject', l.subject))
                            FROM heir_standing l WHERE l.person_id = h.person_id), '[]'))))
                    AS f(id, type, payload)),
            lapsed AS (
                UPDATE handover h SET state = 'LAPSED', changed_at = g.at, version = h.version + 1
                FROM gone g
                WHERE h.alliance_id = g.alliance_id AND h.organization_id = g.organization_id
                  AND g.person_id IN (h.from_id, h.person_id) AND h.state = 'OFFERED'
                RETURNING h.*),
            lapse_told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                    audience, at, payload)
                SELECT l.alliance_id, uuidv7(), f.type, l.id, l.version, l.organization_id,
                    jsonb_build_object('scope', 'PERSONS', 'persons', f.persons), l.changed_at,
                    f.payload
                FROM lapsed l CROSS JOIN LATERAL (
            """
                    + LAPSE_FACTS
                    + """
                            ) f)
                    """;

    /** Of {@link #AFTER_GONE}, for the command by which somebody goes. */
    public static Map<String, Object> values(UUID command) {
        return values(place -> Ids.derived(command, place));
    }

    /** Of {@link #AFTER_GONE}, where no command has an id: the facts get new ones. */
    public static Map<String, Object> valuesWithoutCommand() {
        return values(_ -> Parameters.in(UUID.class));
    }

    private static Map<String, Object> values(IntFunction<Object> ids) {
        return Map.of(
                "heir_roles",
                ids.apply(901),
                "heir_standing",
                ids.apply(902),
                "second_heir_roles",
                ids.apply(903),
                "second_heir_standing",
                ids.apply(904),
                "roles_type",
                RolesChangedV1.TYPE,
                "standing_type",
                StandingChangedV1.TYPE,
                "handover_type",
                HandoverChangedV1.TYPE,
                "need_closed_type",
                NeedClosedV1.TYPE);
    }
}
