package org.commonweal.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One caught message, as text. */
record Mail(long id, Instant at, String from, String to, String subject, String text) {

    private static final int TEXT_CHARACTERS_MAX = 100_000;
    private static final int DEPTH_MAX = 5;

    static Mail of(long id, Instant at, String to, MimeMessage message)
            throws MessagingException, IOException {
        var from =
                Stream.ofNullable(message.getFrom())
                        .flatMap(Arrays::stream)
                        .map(address -> ((InternetAddress) address).toUnicodeString())
                        .collect(Collectors.joining(", "));
        var subject = Objects.requireNonNullElse(message.getSubject(), "");
        var text = text(message, DEPTH_MAX);
        return new Mail(
                id,
                at,
                from,
                to,
                subject,
                text.substring(0, Math.min(text.length(), TEXT_CHARACTERS_MAX)));
    }

    /** The plain text where there is one, else the source of what there is. */
    private static String text(Part part, int depth) throws MessagingException, IOException {
        return switch (part.getContent()) {
            case String text -> text;
            case Multipart parts when depth > 0 -> text(preferred(parts), depth - 1);
            default -> "(" + part.getContentType() + ")";
        };
    }

    private static BodyPart preferred(Multipart parts) throws MessagingException {
        for (var i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType("text/plain")) {
                return parts.getBodyPart(i);
            }
        }
        return parts.getBodyPart(0);
    }
}
