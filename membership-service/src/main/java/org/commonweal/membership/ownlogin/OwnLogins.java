package org.commonweal.membership.ownlogin;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.wire.ScimTokenMadeV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Firms' own logins: the SQL. Everything starts at the caller's standing, so at the own firm. */
@Component
class OwnLogins {

    private final ScopedDatabase database;
    private final Journal journal;

    OwnLogins(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing. */
    Mono<Situation> situation(Caller caller, UUID command) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql(SITUATION))
                                .bind("command", command)
                                .map(OwnLogins::situation)
                                .one());
    }

    private static Situation situation(Readable row) {
        return new Situation(
                new Member(
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "delegate", Boolean.class)),
                Columns.of(row, "administrator", Boolean.class),
                row.get("earlier", String.class),
                new Provisioning(
                        row.get("made_at", Instant.class),
                        Columns.of(row, "eligible", Long.class),
                        Columns.of(row, "inactive", Long.class)));
    }

    /** The firm's present token from now on. */
    Mono<Long> keepToken(MakeScimToken.Command command, Member by, byte[] hash) {
        var organization = by.organization().value();
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(TOKEN_KEPT + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("organization", organization)
                                .bind("hash", hash)
                                .bind("by", by.person().value())
                                .bind("journal", journal.json(made(command, by)))
                                .fetch()
                                .rowsUpdated());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, me.delegate, m.administrator,
                   encode(j.request_hash, 'hex') AS earlier,
                   t.made_at,
                   (SELECT count(*) FROM eligible_person e
                    WHERE e.alliance_id = me.alliance_id
                      AND e.organization_id = me.organization_id
                      AND e.active) AS eligible,
                   (SELECT count(*) FROM eligible_person e
                    WHERE e.alliance_id = me.alliance_id
                      AND e.organization_id = me.organization_id
                      AND NOT e.active) AS inactive
            FROM standing me
            JOIN place m ON m.alliance_id = me.alliance_id AND m.person_id = me.person_id
                 AND m.organization_id = me.organization_id
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id
                 AND j.id = :command
            LEFT JOIN scim_token t ON t.alliance_id = me.alliance_id
                 AND t.organization_id = me.organization_id
            WHERE me.alliance_id = :alliance
              AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static final String TOKEN_KEPT =
            """
            WITH kept AS (
                INSERT INTO scim_token AS t (alliance_id, organization_id,
                    hash, made_by, made_at, version)
                VALUES (:alliance, :organization, :hash, :by, app_now(), 1)
                ON CONFLICT (alliance_id, organization_id) DO UPDATE
                SET hash = excluded.hash, made_by = excluded.made_by,
                    made_at = excluded.made_at, version = t.version + 1
                RETURNING alliance_id)\
            """;

    private static Journal.Entry made(MakeScimToken.Command command, Member by) {
        var organization = by.organization().value();
        return new Journal.Entry(
                command.key(),
                ScimTokenMadeV1.TYPE,
                organization,
                1,
                by.person().value(),
                organization,
                new Audience.Organization(organization),
                command.requestHash(),
                new ScimTokenMadeV1(organization));
    }

    record Situation(
            Member me,
            boolean administrator,
            @Nullable String earlierHash,
            Provisioning provisioning) {}

    /** Whom the firm's directory names, and since when it can. */
    record Provisioning(@Nullable Instant tokenMadeAt, long eligible, long inactive) {}
}
