package org.commonweal.membership.agreements;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.membership.domain.Agreement;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a member reads of the agreements: the SQL. */
@Component
class AgreementViews {

    private static final String ME =
            """
            WITH me AS (
                SELECT alliance_id, person_id FROM standing
                WHERE alliance_id = :alliance AND issuer = :issuer AND subject = :subject
                  AND state = 'ACTIVE')\
            """;

    private static final String AGREEMENTS =
            ME
                    + """
                    SELECT v.agreement_id, n.title, v.newest, coalesce(v.in_force, 0) AS in_force,
                           coalesce(mine.version, 0) AS accepted, mine.accepted_at, need.accept_by,
                           coalesce(need.accept_by <= app_now(), false) AS outdated
                    FROM me
                    LEFT JOIN LATERAL (
                        SELECT agreement_id, max(version) AS newest,
                               max(version) FILTER (WHERE required_from <= app_now()) AS in_force
                        FROM agreement_version w WHERE w.alliance_id = me.alliance_id
                        GROUP BY agreement_id) v ON true
                    LEFT JOIN agreement_version n ON n.alliance_id = me.alliance_id
                         AND n.agreement_id = v.agreement_id AND n.version = v.newest
                    LEFT JOIN LATERAL (
                        SELECT version, accepted_at FROM agreement_acceptance a
                        WHERE a.alliance_id = me.alliance_id AND a.person_id = me.person_id
                          AND a.agreement_id = v.agreement_id
                        ORDER BY version DESC LIMIT 1) mine ON true
                    LEFT JOIN LATERAL (
                        SELECT min(required_from) AS accept_by FROM required_agreement r
                        WHERE r.alliance_id = me.alliance_id AND r.agreement_id = v.agreement_id
                          AND r.version > coalesce(mine.version, 0)) need ON true
                    WHERE coalesce(v.agreement_id = CAST(:agreement AS uuid), true)
                    ORDER BY n.title, v.agreement_id LIMIT :most\
                    """;

    private static final String VERSIONS =
            ME
                    + """
                    SELECT v.*, a.accepted_at FROM me
                    JOIN agreement_version v ON v.alliance_id = me.alliance_id
                         AND v.agreement_id = :agreement
                    LEFT JOIN agreement_acceptance a ON a.alliance_id = v.alliance_id
                         AND a.person_id = me.person_id AND a.agreement_id = v.agreement_id
                         AND a.version = v.version
                    WHERE coalesce(v.id = CAST(:id AS uuid), true)
                    ORDER BY v.version DESC LIMIT :most\
                    """;

    private final ScopedDatabase database;

    AgreementViews(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty without standing. */
    Mono<List<AgreementView>> all(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(AGREEMENTS))
                                .bindNull("agreement", UUID.class)
                                .bind("most", Agreement.AGREEMENTS_MOST)
                                .map(AgreementViews::agreement)
                                .all()
                                .collectList()
                                .filter(rows -> !rows.isEmpty())
                                .map(rows -> rows.stream().flatMap(Optional::stream).toList()));
    }

    /** Empty without standing, and when there is no such agreement. */
    Mono<AgreementView.AgreementWithVersions> one(Caller caller, UUID agreement) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(AGREEMENTS))
                                .bind("agreement", agreement)
                                .bind("most", 1)
                                .map(AgreementViews::agreement)
                                .one()
                                .flatMap(Mono::justOrEmpty)
                                .flatMap(view ->
                                        versions(sql, caller, agreement)
                                                .map(lines ->
                                                        new AgreementView.AgreementWithVersions(
                                                                view, lines))));
    }

    private static Mono<List<AgreementView.AgreementLine>> versions(
            DatabaseClient sql, Caller caller, UUID agreement) {
        return caller.bind(sql.sql(VERSIONS))
                .bind("agreement", agreement)
                .bindNull("id", UUID.class)
                .bind("most", Agreement.VERSIONS_MOST)
                .map(AgreementViews::line)
                .all()
                .collectList();
    }

    /** Empty without standing, and when there is no such version. */
    Mono<AgreementView.AgreementVersion> version(Caller caller, UUID agreement, UUID id) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(VERSIONS))
                                .bind("agreement", agreement)
                                .bind("id", id)
                                .bind("most", 1)
                                .map(row ->
                                        new AgreementView.AgreementVersion(
                                                agreement,
                                                line(row),
                                                Columns.of(row, "text", String.class)))
                                .one());
    }

    private static Optional<AgreementView> agreement(Readable row) {
        return Optional.ofNullable(row.get("agreement_id", UUID.class))
                .map(id ->
                        new AgreementView(
                                id,
                                Columns.of(row, "title", String.class),
                                Columns.of(row, "newest", Long.class),
                                Columns.of(row, "in_force", Long.class),
                                Columns.of(row, "accepted", Long.class),
                                row.get("accepted_at", Instant.class),
                                row.get("accept_by", Instant.class),
                                Columns.of(row, "outdated", Boolean.class)));
    }

    private static AgreementView.AgreementLine line(Readable row) {
        return new AgreementView.AgreementLine(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "version", Long.class),
                Columns.of(row, "title", String.class),
                Columns.of(row, "changes", String.class),
                Columns.of(row, "required_from", Instant.class),
                Agreement.Afterwards.valueOf(Columns.of(row, "afterwards", String.class)),
                Columns.of(row, "written_by", UUID.class),
                Columns.of(row, "written_at", Instant.class),
                row.get("accepted_at", Instant.class));
    }
}
