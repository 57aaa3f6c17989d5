package org.commonweal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.OwnFactHandler;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What the own facts send, on a real SMTP server. */
abstract class MailedTest extends PlacesTest {

    /** As the listener does, which hears the own journal. */
    void handle(String type, UUID subject) {
        handle(id(), type, subject, 1);
    }

    void handle(UUID fact, String type, UUID subject, long version) {
        var event =
                new Event(
                        fact,
                        type,
                        alliance,
                        subject,
                        version,
                        null,
                        null,
                        Audience.EVERYONE,
                        Instant.now(),
                        JsonMapper.shared().valueToTree(Map.of()));
        service.getBeansOfType(OwnFactHandler.class).values().stream()
                .filter(handler -> handler.types().contains(type))
                .forEach(handler -> handler.handle(event).block(Duration.ofSeconds(60)));
    }

    static MimeMessage only(Someone person) throws MessagingException {
        var received = to(person);
        assertThat(received).hasSize(1);
        return received.getFirst();
    }

    static List<MimeMessage> to(Someone person) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> isTo(mail, person))
                .toList();
    }

    static String text(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a person says of themselves, for the first time. */
    static void says(Someone person, String language, boolean byMailOnly) {
        http.put()
                .uri("/api/me/profile")
                .headers(headers -> headers.setBearerAuth(token(person)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        "{\"version\":0,\"expertise\":[],\"language\":\"%s\",\"byMailOnly\":%s}"
                                .formatted(language, byMailOnly))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static boolean isTo(MimeMessage mail, Someone person) {
        try {
            return mail.getAllRecipients()[0].toString().equals(person.email());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
