package org.commonweal.membership.maildomains;

import io.r2dbc.spi.Readable;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.wire.MailDomainNamedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Naming a mail domain: the SQL. */
@Component
class DomainClaims {

    private final ScopedDatabase database;
    private final Journal journal;

    DomainClaims(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Empty without standing. */
    Mono<Situation> situation(MailDomains.Command command, DomainName name) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("name", name.value())
                                .map(DomainClaims::situation)
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, me.delegate, m.administrator,
                   encode(j.request_hash, 'hex') AS earlier,
                   EXISTS (SELECT FROM mail_domain d WHERE d.alliance_id = me.alliance_id
                       AND d.name = :name AND d.state = 'PROVED'
                       AND d.organization_id <> me.organization_id) AS proved_by_another,
                   EXISTS (SELECT FROM mail_domain d WHERE d.alliance_id = me.alliance_id
                       AND d.name = :name AND d.state <> 'GIVEN_UP'
                       AND d.organization_id = me.organization_id) AS named_already,
                   (SELECT count(*) FROM mail_domain d WHERE d.alliance_id = me.alliance_id
                       AND d.organization_id = me.organization_id
                       AND d.state <> 'GIVEN_UP') AS named
            FROM standing me
            JOIN place m ON m.alliance_id = me.alliance_id AND m.person_id = me.person_id
                 AND m.organization_id = me.organization_id
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static Situation situation(Readable row) {
        return new Situation(
                MailDomainRows.asker(row),
                Columns.of(row, "proved_by_another", Boolean.class),
                Columns.of(row, "named_already", Boolean.class),
                Columns.of(row, "named", Integer.class),
                row.get("earlier", String.class));
    }

    /** False when the id stands for a domain already. */
    Mono<Boolean> keep(MailDomains.Command command, Member by, DomainName name, String token) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(KEEP + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("id", command.domain())
                                .bind("organization", by.organization().value())
                                .bind("name", name.value())
                                .bind("token", token)
                                .bind("by", by.person().value())
                                .bind("journal", journal.json(named(command, by, name)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO mail_domain (alliance_id, id, organization_id, name, token, state,
                    named_by, named_at, version)
                VALUES (:alliance, :id, :organization, :name, :token, 'CLAIMED', :by, app_now(), 1)
                ON CONFLICT (alliance_id, id) DO NOTHING
                RETURNING alliance_id)\
            """;

    private static Journal.Entry named(MailDomains.Command command, Member by, DomainName name) {
        var organization = by.organization().value();
        return new Journal.Entry(
                command.key(),
                MailDomainNamedV1.TYPE,
                command.domain(),
                1,
                by.person().value(),
                organization,
                new Audience.Organization(organization),
                command.requestHash(),
                new MailDomainNamedV1(command.domain(), organization, name.value()));
    }

    record Situation(
            MailDomains.Asker asker,
            boolean provedByAnother,
            boolean namedAlready,
            int named,
            @Nullable String earlierHash) {

        MailDomain.Draft draft(MailDomain.Kind kind) {
            return new MailDomain.Draft(kind, provedByAnother, namedAlready, named);
        }
    }
}
