package org.commonweal.membership.inviting;

import java.util.Set;
import org.commonweal.membership.MembershipProperties;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.wire.InvitationSentV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
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
class MailInvitation implements EventHandler {

    private final InvitationMails invitations;
    private final MailSender mails;
    private final MembershipProperties properties;

    MailInvitation(InvitationMails invitations, MailSender mails, MembershipProperties properties) {
        this.invitations = invitations;
        this.mails = mails;
        this.properties = properties;
    }

    @Override
    public Set<String> types() {
        return Set.of(InvitationSentV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        return invitations
                .unsent(event.alliance(), event.subject())
                .flatMap(words ->
                        send(mail(words))
                                .then(invitations.mailed(event.alliance(), event.subject())));
    }

    private SimpleMailMessage mail(InvitationMails.Words words) {
        var mail = new SimpleMailMessage();
        mail.setFrom(properties.mailFrom());
        mail.setTo(words.email());
        mail.setSubject(
                "%s invites you to %s"
                        .formatted(words.inviter(), words.alliance())
                        .replaceAll("\\R", " "));
        mail.setText(
                """
                Dear %s,

                %s of %s invites you to join %s%s.

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
                                as(words.as()),
                                words.reason(),
                                words.ask(),
                                properties.publicAddress(),
                                words.invitation()));
        return mail;
    }

    private static String as(ParticipantClass offered) {
        return switch (offered) {
            case MEMBER -> "";
            case EXPERT -> " as an expert: to contribute and to answer what you are asked";
            case CUSTOMER -> " as a customer: to read what comes of it, to contribute and to thank";
            case GUEST -> " as a guest: to give to one goal and to read what comes of it";
        };
    }

    /** A mail server that is away is an outage, not this event's fault. */
    private Mono<Void> send(SimpleMailMessage mail) {
        return Mono.<Void>fromRunnable(() -> mails.send(mail))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        MailException.class,
                        away -> new java.io.UncheckedIOException(new java.io.IOException(away)));
    }
}
