package org.commonweal.membership.succession;

import io.r2dbc.spi.Parameters;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.wire.RolesChangedV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A firm with people has an administrator and a delegate: when its last one goes or is suspended,
 * the member who has been with the firm longest becomes it, by the same statement, and everybody is
 * told.
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

    /**
     * Goes on after a common table expression {@code gone} of those who go from one firm
     * (alliance_id, person_id, organization_id, at), in a transaction that holds the firm; binds
     * {@link #values}. Whom the firm's directory has suspended acts for nobody and follows nobody.
     */
    public static final String AFTER_GONE =
            """
            , heir AS (
                SELECT m.alliance_id, m.person_id, g.at,
                    NOT EXISTS (SELECT FROM membership o WHERE o.alliance_id = g.alliance_id
                        AND o.organization_id = g.organization_id
                        AND o.person_id NOT IN (SELECT person_id FROM gone)
                        AND o.state = 'ACTIVE' AND o.suspended_at IS NULL
                        AND o.administrator) AS administrator,
                    NOT EXISTS (SELECT FROM membership o WHERE o.alliance_id = g.alliance_id
                        AND o.organization_id = g.organization_id
                        AND o.person_id NOT IN (SELECT person_id FROM gone)
                        AND o.state = 'ACTIVE' AND o.suspended_at IS NULL
                        AND o.delegate) AS delegate
                FROM gone g
                JOIN membership m ON m.alliance_id = g.alliance_id
                    AND m.organization_id = g.organization_id
                    AND m.person_id NOT IN (SELECT person_id FROM gone)
                    AND m.state = 'ACTIVE' AND m.suspended_at IS NULL AND m.class = 'MEMBER'
                JOIN affiliation a ON a.alliance_id = m.alliance_id
                    AND a.person_id = m.person_id AND a.until IS NULL
                ORDER BY a.since, a.person_id LIMIT 1),
            succeeded AS (
                UPDATE membership m SET administrator = m.administrator OR h.administrator,
                    delegate = m.delegate OR h.delegate, version = m.version + 1
                FROM heir h
                WHERE m.alliance_id = h.alliance_id AND m.person_id = h.person_id
                  AND (h.administrator OR h.delegate)
                RETURNING m.alliance_id, m.person_id, m.organization_id, m.class, m.administrator,
                    m.delegate, m.version, h.at),
            heir_standing AS (
                UPDATE standing s SET delegate = h.delegate, version = h.version FROM succeeded h
                WHERE s.alliance_id = h.alliance_id AND s.person_id = h.person_id
                  AND s.state = 'ACTIVE'
                RETURNING s.issuer, s.subject),
            succession_told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, organization,
                    audience, at, payload)
                SELECT h.alliance_id, f.id, f.type, h.person_id, h.version, h.organization_id,
                    '{"scope": "ALLIANCE"}', h.at, f.payload
                FROM succeeded h CROSS JOIN LATERAL (VALUES
                    (coalesce(CAST(:heir_roles AS uuid), uuidv7()), :roles_type, jsonb_build_object(
                        'person', h.person_id, 'organization', h.organization_id,
                        'administrator', h.administrator, 'delegate', h.delegate,
                        'cause', 'SUCCESSION')),
                    (coalesce(CAST(:heir_standing AS uuid), uuidv7()), :standing_type, jsonb_build_object(
                        'person', h.person_id, 'organization', h.organization_id,
                        'class', h.class, 'state', 'ACTIVE', 'delegate', h.delegate,
                        'version', h.version, 'logins', coalesce((
                            SELECT jsonb_agg(jsonb_build_object('issuer', issuer, 'subject', subject))
                            FROM heir_standing), '[]'))))
                    AS f(id, type, payload))
            """;

    /** Of {@link #AFTER_GONE}, for the command by which somebody goes. */
    public static Map<String, Object> values(UUID command) {
        return values(Ids.derived(command, 901), Ids.derived(command, 902));
    }

    /** Of {@link #AFTER_GONE}, where no command has an id: the facts get new ones. */
    public static Map<String, Object> valuesWithoutCommand() {
        return values(Parameters.in(UUID.class), Parameters.in(UUID.class));
    }

    private static Map<String, Object> values(Object roles, Object standing) {
        return Map.of(
                "heir_roles",
                roles,
                "heir_standing",
                standing,
                "roles_type",
                RolesChangedV1.TYPE,
                "standing_type",
                StandingChangedV1.TYPE);
    }
}
