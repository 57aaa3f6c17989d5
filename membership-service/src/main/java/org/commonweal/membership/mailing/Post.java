package org.commonweal.membership.mailing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.commonweal.membership.MembershipProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hands a mail to the operator's mail server (SMTP). */
@Component
public final class Post {

    private final MailSender server;
    private final MembershipProperties properties;

    Post(MailSender server, MembershipProperties properties) {
        this.server = server;
        this.properties = properties;
    }

    /**
     * Sends one mail to one address. A mail server that is away is an outage: the error says so,
     * and whoever was told of an event is told again.
     *
     * @param subject in one line; its line breaks become blanks
     */
    public Mono<Void> send(String address, String subject, String text) {
        var mail = new SimpleMailMessage();
        mail.setFrom(properties.mailFrom());
        mail.setTo(address);
        mail.setSubject(subject.replaceAll("\\R", " "));
        mail.setText(text);
        return Mono.<Void>fromRunnable(() -> server.send(mail))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        MailException.class,
                        away -> new UncheckedIOException(new IOException(away)));
    }

    /** An address of our pages, to be read by people. */
    public String link(String path) {
        return properties.publicAddress() + path;
    }
}
