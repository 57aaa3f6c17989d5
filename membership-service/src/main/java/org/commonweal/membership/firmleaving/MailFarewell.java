package org.commonweal.membership.firmleaving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.commonweal.membership.MembershipProperties;
import org.commonweal.membership.wire.OrganizationLeftV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells each person of a firm that has left, fed from the own journal: once, one at a time. */
@Component
class MailFarewell implements EventHandler {

    private final Farewells farewells;
    private final MailSender mails;
    private final MembershipProperties properties;

    MailFarewell(Farewells farewells, MailSender mails, MembershipProperties properties) {
        this.farewells = farewells;
        this.mails = mails;
        this.properties = properties;
    }

    @Override
    public Set<String> types() {
        return Set.of(OrganizationLeftV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        var next =
                farewells
                        .next(event.alliance(), event.subject(), event.id())
                        .flatMap(words ->
                                send(mail(words))
                                        .then(farewells.told(event.alliance(), words.person())));
        return next.expand(_ -> next).then();
    }

    private SimpleMailMessage mail(Farewells.Words words) {
        var mail = new SimpleMailMessage();
        mail.setFrom(properties.mailFrom());
        mail.setTo(words.email());
        mail.setSubject(
                "%s has left %s".formatted(words.firm(), words.alliance()).replaceAll("\\R", " "));
        mail.setText(
                """
                Dear %s,

                %s has left %s, and your membership ended with it. What you gave stays there
                under your name, and so does the credit for it.

                What was asked of you is asked of others now. A vote that your firm had cast
                counts; one that it had not cast is not waited for.

                Your account stays yours:
                %s/
                """
                        .formatted(
                                words.name(),
                                words.firm(),
                                words.alliance(),
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
