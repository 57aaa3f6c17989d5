package org.commonweal.membership.agreements;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.membership.domain.Agreement;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.wire.AgreementAcceptedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What whoever joins accepts by joining: the versions in force. The SQL, also of the statement in
 * which somebody joins.
 */
@Component
public final class Terms {

    private static final String IN_FORCE =
            """
            SELECT DISTINCT ON (v.agreement_id) v.* FROM agreement_version v
                WHERE v.alliance_id = :alliance AND v.required_from <= app_now()
                ORDER BY v.agreement_id, v.version DESC\
            """;

    /**
     * A subquery with what is in force and not accepted by {@code :agreed}, a JSON list of {@code
     * {agreement, version}}; a later version that exists is as good.
     */
    public static final String UNACCEPTED =
            """
            SELECT f.agreement_id, f.version, f.title FROM (%s) f
                WHERE NOT EXISTS (
                    SELECT FROM jsonb_to_recordset(CAST(:agreed AS jsonb))
                        AS g(agreement uuid, version bigint)
                    JOIN agreement_version w ON w.alliance_id = :alliance
                      AND w.agreement_id = g.agreement AND w.version = g.version
                    WHERE g.agreement = f.agreement_id AND g.version >= f.version)
                ORDER BY f.title, f.agreement_id\
            """
                    .formatted(IN_FORCE);

    /**
     * Goes on after a common table expression {@code joined} (alliance_id, person_id,
     * organization_id, joined_at) that made a member; binds {@code :agreed}, {@code :command} and
     * {@code :agreed_type}.
     */
    public static final String AFTER_JOINED =
            """
            agreed AS (
                INSERT INTO agreement_acceptance (alliance_id, person_id, agreement_id, version,
                    accepted_by, accepted_at)
                SELECT j.alliance_id, j.person_id, w.agreement_id, w.version, j.person_id,
                    j.joined_at
                FROM joined j
                CROSS JOIN (SELECT DISTINCT agreement, version
                    FROM jsonb_to_recordset(CAST(:agreed AS jsonb))
                        AS g(agreement uuid, version bigint)) g
                JOIN agreement_version w ON w.alliance_id = j.alliance_id
                    AND w.agreement_id = g.agreement AND w.version = g.version
                ON CONFLICT DO NOTHING
                RETURNING alliance_id, person_id, agreement_id, version, accepted_at),
            agreed_copy AS (
                INSERT INTO accepted_agreement AS a (alliance_id, person_id, agreement_id, version)
                SELECT alliance_id, person_id, agreement_id, max(version) FROM agreed
                GROUP BY alliance_id, person_id, agreement_id
                ON CONFLICT (alliance_id, person_id, agreement_id)
                DO UPDATE SET version = excluded.version WHERE a.version < excluded.version),
            agreed_told AS (
                INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                    audience, at, payload)
                SELECT a.alliance_id, uuidv7(), :agreed_type, a.agreement_id, a.version,
                    a.person_id, j.organization_id, jsonb_build_object('scope', 'PERSONS',
                        'persons', jsonb_build_array(a.person_id)), a.accepted_at,
                    jsonb_build_object('agreement', a.agreement_id, 'version', a.version,
                        'person', a.person_id)
                FROM agreed a JOIN joined j ON true),
            """;

    private static final String OF_INVITATION =
            """
            SELECT f.agreement_id, f.version, f.title, f.text FROM invitation i
            LEFT JOIN (%s) f ON f.alliance_id = i.alliance_id
            WHERE i.alliance_id = :alliance AND i.id = :invitation AND i.email = :email
            ORDER BY f.title, f.agreement_id LIMIT :most\
            """
                    .formatted(IN_FORCE);

    private final ScopedDatabase database;

    Terms(ScopedDatabase database) {
        this.database = database;
    }

    /** The parameters of {@link #AFTER_JOINED} that are always the same. */
    public static Map<String, Object> values() {
        return Map.of("agreed_type", AgreementAcceptedV1.TYPE);
    }

    /** Empty when no such invitation is addressed to the login. */
    Mono<List<TermView>> ofInvitation(UUID alliance, UUID invitation, Login login) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(OF_INVITATION)
                                .bind("alliance", alliance)
                                .bind("invitation", invitation)
                                .bind("email", Optional.ofNullable(login.provenEmail()).orElse(""))
                                .bind("most", Agreement.AGREEMENTS_MOST)
                                .map(Terms::term)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> rows.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<TermView> term(Readable row) {
        return Optional.ofNullable(row.get("agreement_id", UUID.class))
                .map(agreement ->
                        new TermView(
                                agreement,
                                Columns.of(row, "version", Long.class),
                                Columns.of(row, "title", String.class),
                                Columns.of(row, "text", String.class)));
    }

    /** One of the versions in force, with its words. */
    record TermView(UUID agreement, long version, String title, String text) {}
}
