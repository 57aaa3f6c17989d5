package org.commonweal.local.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Clock;

/** An SMTP server that delivers to a page instead of people; a process of its own. */
public final class MailCatcher implements AutoCloseable {

    private static final int MESSAGES_MAX = 300;

    private final GreenMail smtp;
    private final HttpServer page;

    private MailCatcher(GreenMail smtp, HttpServer page) {
        this.smtp = smtp;
        this.page = page;
    }

    public static void main(String[] arguments) throws IOException, FolderException {
        var catcher =
                start(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), MESSAGES_MAX);
        Runtime.getRuntime().addShutdownHook(new Thread(catcher::close, "shutdown"));
    }

    static MailCatcher start(int smtpPort, int pagePort, int messagesMax)
            throws IOException, FolderException {
        var mailbox = new Mailbox(messagesMax, Clock.systemUTC());
        var smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        deliver(smtp, mailbox);
        return new MailCatcher(smtp, new MailPage(mailbox).start(pagePort));
    }

    /** Everything goes to one account, whose own copy is dropped: the mailbox is bounded. */
    private static void deliver(GreenMail smtp, Mailbox mailbox) throws FolderException {
        var everyone = smtp.setUser("everyone@localhost", "everyone");
        var copies = smtp.getManagers().getImapHostManager().getInbox(everyone);
        smtp.getUserManager()
                .setMessageDeliveryHandler((message, recipient) -> {
                    mailbox.keep(recipient.getEmail(), message.getMessage());
                    copies.deleteAllMessages();
                    return everyone;
                });
    }

    @Override
    public void close() {
        page.stop(0);
        smtp.stop();
    }
}
