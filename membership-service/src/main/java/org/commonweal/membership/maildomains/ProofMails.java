package org.commonweal.membership.maildomains;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.wire.MailDomainMailAskedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mails with a code that proves a domain: the SQL. */
@Component
class ProofMails {

    private final ScopedDatabase database;
    private final Journal journal;

    ProofMails(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Zero rows: it changed meanwhile. A code that was asked for before is worth nothing now. */
    Mono<Long> ask(
            UUID alliance, By by, MailDomains.Kept kept, Mailbox mailbox, MailCodes.Code code) {
        var fact = new MailDomainMailAskedV1(by.domain(), by.organization());
        var audience = new Audience.Organization(by.organization());
        var entry = by.entry(MailDomainMailAskedV1.TYPE, kept, audience, fact);
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(ASK + Journal.APPEND)
                                .bind("alliance", alliance)
                                .bind("id", by.domain())
                                .bind("version", kept.version())
                                .bind("mailbox", mailbox.name())
                                .bind("code", code.text())
                                .bind("hash", code.hash())
                                .bind("journal", journal.json(entry))
                                .fetch()
                                .rowsUpdated());
    }

    private static final String ASK =
            """
            WITH kept AS (
                UPDATE mail_domain SET mailbox = :mailbox, mail_asked_at = app_now(),
                    mail_code = :code, mail_hash = decode(:hash, 'hex'), version = version + 1
                WHERE alliance_id = :alliance AND id = :id AND version = :version
                RETURNING alliance_id)\
            """;

    /** Empty when it was mailed, or has become needless before it could be. */
    Mono<Words> unsent(UUID alliance, UUID domain) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        SELECT d.id, d.name, d.mailbox, d.mail_code, d.organization_id,
                                               o.name AS firm, a.name AS alliance, a.slug
                                        FROM mail_domain d
                                        JOIN alliance a ON a.alliance_id = d.alliance_id
                                        JOIN organization o ON o.alliance_id = d.alliance_id
                                             AND o.id = d.organization_id
                                        WHERE d.alliance_id = :alliance AND d.id = :id
                                          AND d.mail_code IS NOT NULL\
                                        """)
                                .bind("alliance", alliance)
                                .bind("id", domain)
                                .map(ProofMails::words)
                                .one());
    }

    private static Words words(Readable row) {
        return new Words(
                Columns.of(row, "id", UUID.class),
                MailDomainRows.name(row),
                MailDomainRows.mailbox(row),
                Columns.of(row, "mail_code", String.class),
                Columns.of(row, "organization_id", UUID.class),
                Columns.of(row, "firm", String.class),
                Columns.of(row, "alliance", String.class),
                Columns.of(row, "slug", String.class));
    }

    /** The code is forgotten; its hash stays until it is used. */
    Mono<Long> mailed(UUID alliance, Words words) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        UPDATE mail_domain SET mail_code = NULL
                                        WHERE alliance_id = :alliance AND id = :id
                                          AND mail_code = :code\
                                        """)
                                .bind("alliance", alliance)
                                .bind("id", words.domain())
                                .bind("code", words.code())
                                .fetch()
                                .rowsUpdated());
    }

    record Words(
            UUID domain,
            DomainName name,
            Mailbox mailbox,
            String code,
            UUID organization,
            String firm,
            String alliance,
            String slug) {}
}
