package org.commonweal.membership.maildomains;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.commonweal.membership.MembershipProperties;
import org.commonweal.membership.wire.MailDomainMailAskedV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends the code to whoever runs the domain's mail, fed from the own journal. */
@Component
class MailProofCode implements EventHandler {

    private final ProofMails proofs;
    private final MailSender mails;
    private final MembershipProperties properties;

    MailProofCode(ProofMails proofs, MailSender mails, MembershipProperties properties) {
        this.proofs = proofs;
        this.mails = mails;
        this.properties = properties;
    }

    @Override
    public Set<String> types() {
        return Set.of(MailDomainMailAskedV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        return proofs.unsent(event.alliance(), event.subject())
                .flatMap(words -> send(mail(words)).then(proofs.mailed(event.alliance(), words)));
    }

    private SimpleMailMessage mail(ProofMails.Words words) {
        var mail = new SimpleMailMessage();
        mail.setFrom(properties.mailFrom());
        mail.setTo(words.mailbox().at(words.name()));
        mail.setSubject(
                "Is %s a mail domain of %s?"
                        .formatted(words.name().shown(), words.firm())
                        .replaceAll("\\R", " "));
        mail.setText(text(words));
        return mail;
    }

    private String text(ProofMails.Words words) {
        return """
        An administrator of %s says that %s is the firm's own mail domain, and asks %s
        to count its addresses as the firm's.

        If that is so, hand this link to the administrator; it counts once, for 3 days, and
        for administrators of the firm alone:
        %s/a/%s/firms/%s/login?domain=%s&code=%s

        If it is not so, do nothing: nothing happens then.
        """
                .formatted(
                        words.firm(),
                        words.name().shown(),
                        words.alliance(),
                        properties.publicAddress(),
                        words.slug(),
                        words.organization(),
                        words.domain(),
                        words.code());
    }

    /** A mail server that is away is an outage, not this event's fault. */
    private Mono<Void> send(SimpleMailMessage mail) {
        return Mono.<Void>fromRunnable(() -> mails.send(mail))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        MailException.class,
                        away -> new UncheckedIOException(new IOException(away)));
    }
}
