package org.commonweal.membership.maildomains;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.ProofByMail;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The mail domains of the caller's own firm: the SQL that reads. */
@Component
class MailDomains {

    private static final int LIST_MOST = 100;

    private final ScopedDatabase database;

    MailDomains(ScopedDatabase database) {
        this.database = database;
    }

    /** Who asks; empty without standing. */
    Mono<Asker> asker(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql("SELECT " + ASKER + ME + MINE))
                                .map(MailDomainRows::asker)
                                .one());
    }

    /** Those that the firm has not given up, by name; empty without standing. */
    Mono<List<MailDomainView>> list(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(sql.sql("SELECT d.*, " + OPEN_MAIL + ME + DOMAINS + LIST))
                                .bind("most", LIST_MOST)
                                .map(MailDomainRows::view)
                                .all()
                                .collectList());
    }

    /** Empty when it is none of the own firm's. */
    Mono<MailDomainView> one(Caller caller, UUID id) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(
                                        sql.sql(
                                                "SELECT d.*, "
                                                        + OPEN_MAIL
                                                        + ME
                                                        + DOMAINS
                                                        + " AND d.id = :id"))
                                .bind("id", id)
                                .map(MailDomainRows::view)
                                .one());
    }

    /** What decides about an act on a domain; empty when it is none of the own firm's. */
    Mono<Situation> situation(Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("id", command.domain())
                                .bind("command", command.key())
                                .map(MailDomainRows::situation)
                                .one());
    }

    private static final String ASKER =
            "me.person_id, me.organization_id, me.delegate, m.administrator";

    private static final String OPEN_MAIL =
            "CASE WHEN d.mail_hash IS NOT NULL THEN d.mail_asked_at END AS open_mail_at";

    private static final String ME =
            """
             FROM standing me
            JOIN place m ON m.alliance_id = me.alliance_id AND m.person_id = me.person_id
                 AND m.organization_id = me.organization_id
            """;

    private static final String MINE =
            """
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static final String DOMAINS =
            """
            JOIN mail_domain d ON d.alliance_id = me.alliance_id
                 AND d.organization_id = me.organization_id
            """
                    + MINE;

    private static final String LIST = " AND d.state <> 'GIVEN_UP' ORDER BY d.name LIMIT :most";

    private static final String SITUATION =
            "SELECT "
                    + ASKER
                    + """
                    , d.name, d.token, d.state, d.method, d.proved_at, d.failing_since, d.version,
                        encode(d.mail_hash, 'hex') AS mail_hash, d.mail_asked_at, app_now() AS now,
                        encode(j.request_hash, 'hex') AS earlier,
                        EXISTS (SELECT FROM mail_domain o WHERE o.alliance_id = d.alliance_id
                            AND o.name = d.name AND o.state = 'PROVED'
                            AND o.organization_id <> d.organization_id) AS proved_by_another,
                        (SELECT count(*) FROM mail_domain o WHERE o.alliance_id = d.alliance_id
                            AND o.organization_id = d.organization_id
                            AND o.mail_asked_at > app_now() - interval '1 day') AS mails
                    """
                    + ME
                    + """
                    LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
                    JOIN mail_domain d ON d.alliance_id = me.alliance_id
                         AND d.organization_id = me.organization_id AND d.id = :id
                    """
                    + MINE;

    /** An act on one domain of the own firm. */
    record Command(UUID key, String requestHash, Caller caller, UUID domain) {}

    record Asker(Member me, boolean administrator) {}

    /**
     * @param mails sent for the firm in the last day
     */
    record Situation(
            Asker asker,
            Kept kept,
            boolean provedByAnother,
            @Nullable String mailHash,
            @Nullable Instant mailAskedAt,
            long mails,
            @Nullable String earlierHash) {

        ProofByMail byMail() {
            return new ProofByMail(
                    kept.domain() instanceof MailDomain.Proved,
                    provedByAnother,
                    mails,
                    mailAskedAt,
                    mailHash);
        }
    }

    /** A domain as it is kept, at a moment of the database's clock. */
    record Kept(
            DomainName name,
            String token,
            MailDomain domain,
            boolean over,
            long version,
            Instant now) {}
}
