package org.commonweal.membership.inviting;

import java.util.Set;
import java.util.UUID;
import org.commonweal.membership.MembershipProperties;
import org.commonweal.membership.wire.InvitationSentV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends the mail of an invitation, fed from the own journal: a mail that could not be sent is tried
 * again, one that was sent is not sent twice but when the very moment of sending is interrupted.
 */
@Component
class InvitationMail implements EventHandler {

    private final ScopedDatabase database;
    private final MailSender mails;
    private final MembershipProperties properties;

    InvitationMail(ScopedDatabase database, MailSender mails, MembershipProperties properties) {
        this.database = database;
        this.mails = mails;
        this.properties = properties;
    }

    @Override
    public Set<String> types() {
        return Set.of(InvitationSentV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        return unsent(event).flatMap(mail -> send(mail).then(mailed(event)));
    }

    private Mono<SimpleMailMessage> unsent(Event event) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        SELECT i.id, i.email, i.name, i.reason, i.ask, a.name AS alliance,
                                               p.name AS inviter, f.name AS firm
                                        FROM invitation i
                                        JOIN alliance a ON a.alliance_id = i.alliance_id
                                        JOIN person p ON p.id = i.inviter_id
                                        JOIN organization f ON f.alliance_id = i.alliance_id
                                             AND f.id = i.inviter_organization_id
                                        WHERE i.alliance_id = :alliance AND i.id = :id
                                          AND i.mailed_at IS NULL AND i.state = 'SENT'\
                                        """)
                                .bind("alliance", event.alliance())
                                .bind("id", event.subject())
                                .map(row ->
                                        mail(
                                                Columns.of(row, "id", UUID.class),
                                                Columns.of(row, "email", String.class),
                                                new Words(
                                                        Columns.of(row, "name", String.class),
                                                        Columns.of(row, "inviter", String.class),
                                                        Columns.of(row, "firm", String.class),
                                                        Columns.of(row, "alliance", String.class),
                                                        Columns.of(row, "reason", String.class),
                                                        Columns.of(row, "ask", String.class))))
                                .one());
    }

    private SimpleMailMessage mail(UUID id, String email, Words words) {
        var mail = new SimpleMailMessage();
        mail.setFrom(properties.mailFrom());
        mail.setTo(email);
        mail.setSubject(
                "%s invites you to %s"
                        .formatted(words.inviter(), words.alliance())
                        .replaceAll("\\R", " "));
        mail.setText(
                """
                Dear %s,

                %s of %s invites you to join %s.

                Why you:
                %s

                What is asked of you first:
                %s

                Read it, then accept or decline; nothing happens until you do, and declining needs no
                reason:
                %s/i/%s
                """
                        .formatted(
                                words.name(),
                                words.inviter(),
                                words.firm(),
                                words.alliance(),
                                words.reason(),
                                words.ask(),
                                properties.publicAddress(),
                                id));
        return mail;
    }

    /** A mail server that is away is an outage, not this event's fault. */
    private Mono<Void> send(SimpleMailMessage mail) {
        return Mono.<Void>fromRunnable(() -> mails.send(mail))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        MailException.class,
                        away -> new java.io.UncheckedIOException(new java.io.IOException(away)));
    }

    private Mono<Long> mailed(Event event) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        UPDATE invitation SET mailed_at = app_now()
                                        WHERE alliance_id = :alliance AND id = :id\
                                        """)
                                .bind("alliance", event.alliance())
                                .bind("id", event.subject())
                                .fetch()
                                .rowsUpdated());
    }

    private record Words(
            String name, String inviter, String firm, String alliance, String reason, String ask) {}
}
