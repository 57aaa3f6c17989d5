package org.commonweal.membership.agreements;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.membership.domain.Agreement;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.wire.AgreementWrittenV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Agreements and their versions: the SQL. */
@Component
class Agreements {

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, me.delegate, app_now() AS now,
                   coalesce(v.newest, 0) AS newest, coalesce(v.in_force, 0) AS in_force,
                   (SELECT count(DISTINCT o.agreement_id) FROM agreement_version o
                    WHERE o.alliance_id = me.alliance_id AND o.agreement_id <> :agreement) AS others,
                   encode(j.request_hash, 'hex') AS earlier
            FROM standing me
            LEFT JOIN LATERAL (
                SELECT max(version) AS newest,
                       max(version) FILTER (WHERE required_from <= app_now()) AS in_force
                FROM agreement_version v
                WHERE v.alliance_id = me.alliance_id AND v.agreement_id = :agreement) v ON true
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO agreement_version (alliance_id, agreement_id, version, id, title, text,
                    changes, required_from, afterwards, written_by, written_at)
                VALUES (:alliance, :agreement, :version, :id, :title, :text, :changes, :from,
                    :afterwards, :by, least(app_now(), :from))
                ON CONFLICT DO NOTHING
                RETURNING *),
            required AS (
                INSERT INTO required_agreement (alliance_id, agreement_id, version, required_from)
                SELECT alliance_id, agreement_id, version, required_from FROM kept
                WHERE afterwards <> 'EVERYTHING')
            """;

    private final ScopedDatabase database;
    private final Journal journal;

    Agreements(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing. */
    Mono<Situation> situation(Caller caller, UUID agreement, UUID command) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(SITUATION))
                                .bind("agreement", agreement)
                                .bind("command", command)
                                .map(Agreements::decisive)
                                .one());
    }

    private static Situation decisive(Readable row) {
        return new Situation(
                new Member(
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "delegate", Boolean.class)),
                new Agreement(
                        Columns.of(row, "newest", Long.class),
                        Columns.of(row, "in_force", Long.class)),
                Columns.of(row, "others", Long.class),
                Columns.of(row, "now", Instant.class),
                row.get("earlier", String.class));
    }

    /** False when somebody else wrote this version meanwhile. */
    Mono<Boolean> keep(WriteVersion.Command command, Situation now) {
        var version = command.follows() + 1;
        var from =
                Objects.requireNonNullElse(command.requiredFrom(), now.now())
                        .truncatedTo(ChronoUnit.MICROS);
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(KEEP + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("agreement", command.agreement())
                                .bind("version", version)
                                .bind("id", command.id())
                                .bind("title", command.title())
                                .bind("text", command.text())
                                .bind("changes", command.changes())
                                .bind("from", from)
                                .bind("afterwards", command.afterwards().name())
                                .bind("by", now.me().person().value())
                                .bind("journal", journal.json(written(command, now, version, from)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static Journal.Entry written(
            WriteVersion.Command command, Situation now, long version, Instant from) {
        return new Journal.Entry(
                command.id(),
                AgreementWrittenV1.TYPE,
                command.agreement(),
                version,
                now.me().person().value(),
                now.me().organization().value(),
                Audience.EVERYONE,
                command.requestHash(),
                new AgreementWrittenV1(
                        command.agreement(),
                        version,
                        command.title(),
                        from,
                        command.afterwards().name()));
    }

    record Situation(
            Member me,
            Agreement agreement,
            long others,
            Instant now,
            @Nullable String earlierHash) {}
}
