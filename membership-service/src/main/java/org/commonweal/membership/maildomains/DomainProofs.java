package org.commonweal.membership.maildomains;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.membership.domain.MailDomain.Verdict;
import org.commonweal.membership.wire.MailDomainProvedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Proofs of mail domains, from the first look to the end: the SQL. Zero rows: it changed meanwhile.
 */
@Component
class DomainProofs {

    static final String DUE = "mail-domain";

    private final ScopedDatabase database;
    private final Journal journal;

    DomainProofs(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Fails as a key taken twice when another firm was faster. */
    Mono<Long> prove(UUID alliance, By by, MailDomains.Kept kept, MailDomain.Method method) {
        var fact =
                new MailDomainProvedV1(by.domain(), by.organization(), kept.name().value(), method);
        var entry = by.entry(MailDomainProvedV1.TYPE, kept, Audience.EVERYONE, fact);
        var next =
                kept.now()
                        .plus(
                                method == MailDomain.Method.DNS
                                        ? MailDomain.LOOKED_AT_EVERY
                                        : MailDomain.MAIL_PROVES_FOR);
        return database.inAlliance(
                alliance,
                sql ->
                        at(sql.sql(PROVE + Journal.APPEND), alliance, by.domain(), kept)
                                .bind("method", method.name())
                                .bind("next", next)
                                .bind("kind", DUE)
                                .bind("journal", journal.json(entry))
                                .fetch()
                                .rowsUpdated());
    }

    private static final String PROVE =
            """
            WITH kept AS (
                UPDATE mail_domain SET state = 'PROVED', method = :method, proved_at = app_now(),
                    finding = CASE :method WHEN 'DNS' THEN 'FOUND' ELSE finding END,
                    seen = '{}', looked_at = CASE :method WHEN 'DNS' THEN app_now() ELSE looked_at END,
                    failing_since = NULL, ended_at = NULL, mail_code = NULL, mail_hash = NULL,
                    version = version + 1
                WHERE alliance_id = :alliance AND id = :id AND version = :version
                RETURNING alliance_id, id),
            watched AS (
                INSERT INTO due (alliance_id, kind, subject, at)
                SELECT alliance_id, :kind, id, :next FROM kept
                ON CONFLICT (alliance_id, kind, subject) DO UPDATE SET at = excluded.at)\
            """;

    /** What was seen of a domain that is not proved: for the own administrators, no fact. */
    Mono<Long> note(UUID alliance, UUID id, MailDomains.Kept kept, Challenges.Look look) {
        return database.inAlliance(
                alliance,
                sql -> seen(at(sql.sql(NOTE), alliance, id, kept), look).fetch().rowsUpdated());
    }

    private static final String NOTE =
            """
            UPDATE mail_domain SET finding = :finding, seen = :seen, looked_at = app_now(),
                version = version + 1
            WHERE alliance_id = :alliance AND id = :id AND version = :version\
            """;

    /** A proof that stands, and when it is looked at next. */
    Mono<Long> stand(
            UUID alliance,
            UUID id,
            MailDomains.Kept kept,
            Challenges.Look look,
            Verdict.Stands stands) {
        return database.inAlliance(
                alliance,
                sql -> {
                    var statement =
                            seen(at(sql.sql(STAND), alliance, id, kept), look)
                                    .bind("method", stands.method().name())
                                    .bind("next", stands.next())
                                    .bind("kind", DUE);
                    var since = stands.failingSince();
                    return (since == null
                                    ? statement.bindNull("since", Instant.class)
                                    : statement.bind("since", since))
                            .fetch()
                            .rowsUpdated();
                });
    }

    private static final String STAND =
            """
            WITH kept AS (
                UPDATE mail_domain SET finding = :finding, seen = :seen, looked_at = app_now(),
                    failing_since = CAST(:since AS timestamptz), method = :method,
                    version = version + 1
                WHERE alliance_id = :alliance AND id = :id AND version = :version
                RETURNING alliance_id, id)
            UPDATE due SET at = :next FROM kept
            WHERE due.alliance_id = kept.alliance_id AND due.kind = :kind AND due.subject = kept.id\
            """;

    private static GenericExecuteSpec at(
            GenericExecuteSpec statement, UUID alliance, UUID id, MailDomains.Kept kept) {
        return statement.bind("alliance", alliance).bind("id", id).bind("version", kept.version());
    }

    private static GenericExecuteSpec seen(GenericExecuteSpec statement, Challenges.Look look) {
        return statement
                .bind("finding", look.finding().name())
                .bind("seen", look.seen().toArray(String[]::new));
    }
}
