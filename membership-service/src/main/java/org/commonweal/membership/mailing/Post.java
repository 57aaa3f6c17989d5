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
    private final Languages languages;
    private final MailTexts texts;

    Post(MailSender server, MembershipProperties properties, Languages languages, MailTexts texts) {
        this.server = server;
        this.properties = properties;
        this.languages = languages;
        this.texts = texts;
    }

    /**
     * Sends one mail to one address, in the language that its person wishes, or in English. A mail
     * server that is away is an outage: the error says so, and whoever was told of an event is told
     * again.
     */
    public Mono<Void> send(String address, Mail mail) {
        return languages
                .of(address)
                .defaultIfEmpty("")
                .map(language -> message(address, texts.in(language, mail)))
                .flatMap(message ->
                        Mono.<Void>fromRunnable(() -> server.send(message))
                                .subscribeOn(Schedulers.boundedElastic()))
                .onErrorMap(
                        MailException.class,
                        away -> new UncheckedIOException(new IOException(away)));
    }

    /** A subject stands in one line: its line breaks become blanks. */
    private SimpleMailMessage message(String address, MailTexts.Text text) {
        var message = new SimpleMailMessage();
        message.setFrom(properties.mailFrom());
        message.setTo(address);
        message.setSubject(text.subject().replaceAll("\\R", " "));
        message.setText(text.body());
        return message;
    }

    /** An address of our pages, to be read by people. */
    public String link(String path) {
        return properties.publicAddress() + path;
    }
}
