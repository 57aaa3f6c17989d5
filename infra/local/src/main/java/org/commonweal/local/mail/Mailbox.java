package org.commonweal.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest messages; older ones are forgotten, so that memory stays bounded. */
final class Mailbox {

    private final int messagesMax;
    private final Clock clock;
    private final Deque<Mail> newestFirst = new ArrayDeque<>();
    private long caught;

    Mailbox(int messagesMax, Clock clock) {
        this.messagesMax = messagesMax;
        this.clock = clock;
    }

    synchronized void keep(String recipient, MimeMessage message) throws MessagingException {
        try {
            newestFirst.addFirst(Mail.of(++caught, clock.instant(), recipient, message));
        } catch (IOException e) {
            throw new MessagingException("unreadable message", e);
        }
        if (newestFirst.size() > messagesMax) {
            newestFirst.removeLast();
        }
    }

    /** Newest first; to one recipient when an address is given. */
    synchronized List<Mail> messages(String recipient) {
        return newestFirst.stream()
                .filter(mail -> recipient.isEmpty() || mail.to().equalsIgnoreCase(recipient))
                .toList();
    }
}
