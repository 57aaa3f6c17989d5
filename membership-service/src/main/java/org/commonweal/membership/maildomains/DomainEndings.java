package org.commonweal.membership.maildomains;

import java.util.UUID;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.membership.wire.MailDomainEndedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mail domains that are a firm's no more: the SQL. Zero rows: it changed meanwhile. */
@Component
class DomainEndings {

    private final ScopedDatabase database;
    private final Journal journal;

    DomainEndings(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** The challenge was away too long: everybody is told. */
    Mono<Long> lose(UUID alliance, By by, MailDomains.Kept kept, Challenges.Look look) {
        return database.inAlliance(
                alliance,
                sql ->
                        ended(
                                        sql.sql(LOSE + OVER),
                                        alliance,
                                        by,
                                        kept,
                                        MailDomainEndedV1.Cause.LOST)
                                .bind("finding", look.finding().name())
                                .bind("seen", look.seen().toArray(String[]::new))
                                .fetch()
                                .rowsUpdated());
    }

    private static final String LOSE =
            """
            WITH kept AS (
                UPDATE mail_domain SET state = 'LOST', ended_at = app_now(), finding = :finding,
                    seen = :seen, looked_at = app_now(), failing_since = NULL,
                    version = version + 1
                WHERE alliance_id = :alliance AND id = :id AND version = :version
                RETURNING alliance_id, id)\
            """;

    Mono<Long> giveUp(UUID alliance, By by, MailDomains.Kept kept) {
        return database.inAlliance(
                alliance,
                sql ->
                        ended(
                                        sql.sql(GIVE_UP + OVER),
                                        alliance,
                                        by,
                                        kept,
                                        MailDomainEndedV1.Cause.GIVEN_UP)
                                .fetch()
                                .rowsUpdated());
    }

    private static final String GIVE_UP =
            """
            WITH kept AS (
                UPDATE mail_domain SET state = 'GIVEN_UP', ended_at = app_now(),
                    failing_since = NULL, mail_code = NULL, mail_hash = NULL,
                    version = version + 1
                WHERE alliance_id = :alliance AND id = :id AND version = :version
                RETURNING alliance_id, id)\
            """;

    private static final String OVER =
            """
            , over AS (
                DELETE FROM due USING kept
                WHERE due.alliance_id = kept.alliance_id AND due.kind = :kind
                  AND due.subject = kept.id)\
            """
                    + Journal.APPEND;

    private GenericExecuteSpec ended(
            GenericExecuteSpec statement,
            UUID alliance,
            By by,
            MailDomains.Kept kept,
            MailDomainEndedV1.Cause cause) {
        var fact =
                new MailDomainEndedV1(by.domain(), by.organization(), kept.name().value(), cause);
        return statement
                .bind("alliance", alliance)
                .bind("id", by.domain())
                .bind("version", kept.version())
                .bind("kind", DomainProofs.DUE)
                .bind(
                        "journal",
                        journal.json(
                                by.entry(MailDomainEndedV1.TYPE, kept, whoMay(by, kept), fact)));
    }

    /** What was never proved concerns the firm alone. */
    private static Audience whoMay(By by, MailDomains.Kept kept) {
        return kept.domain() instanceof MailDomain.Proved
                ? Audience.EVERYONE
                : new Audience.Organization(by.organization());
    }
}
