package org.commonweal.membership.applying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.commonweal.membership.MembershipProperties;
import org.commonweal.membership.wire.ApplicationDecidedV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells a refused applicant why, fed from the own journal; an accepted one gets an invitation. */
@Component
class MailRefusal implements EventHandler {

    private final RefusalMails refusals;
    private final MailSender mails;
    private final MembershipProperties properties;

    MailRefusal(RefusalMails refusals, MailSender mails, MembershipProperties properties) {
        this.refusals = refusals;
        this.mails = mails;
        this.properties = properties;
    }

    @Override
    public Set<String> types() {
        return Set.of(ApplicationDecidedV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        return refusals.unsent(event.alliance(), event.subject())
                .flatMap(words ->
                        send(mail(words)).then(refusals.mailed(event.alliance(), event.subject())));
    }

    private SimpleMailMessage mail(RefusalMails.Words words) {
        var mail = new SimpleMailMessage();
        mail.setFrom(properties.mailFrom());
        mail.setTo(words.email());
        mail.setSubject(
                "Your application to %s".formatted(words.alliance()).replaceAll("\\R", " "));
        mail.setText(
                """
                Dear %s,

                you applied to join %s for %s. The answer is no, for this reason:

                %s

                Your answers and this one stay readable for you:
                %s/
                """
                        .formatted(
                                words.name(),
                                words.alliance(),
                                words.firm(),
                                words.reason(),
                                properties.publicAddress()));
        return mail;
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
