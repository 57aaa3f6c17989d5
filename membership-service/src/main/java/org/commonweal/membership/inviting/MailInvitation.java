package org.commonweal.membership.inviting;

import java.util.Set;
import java.util.UUID;
import org.commonweal.membership.letters.LetterKeys;
import org.commonweal.membership.mailing.Mail;
import org.commonweal.membership.mailing.Post;
import org.commonweal.membership.wire.InvitationSentV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.OwnFactHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends the mail of an invitation, fed from the own journal: a mail that could not be sent is tried
 * again, one that was sent is not sent twice but when the very moment of sending is interrupted.
 */
@Component
class MailInvitation implements OwnFactHandler {

    private final InvitationMails invitations;
    private final LetterKeys keys;
    private final Post post;

    MailInvitation(InvitationMails invitations, LetterKeys keys, Post post) {
        this.invitations = invitations;
        this.keys = keys;
        this.post = post;
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
                        post.send(words.email(), mail(event.alliance(), words))
                                .then(invitations.mailed(event.alliance(), event.subject())));
    }

    private Mail mail(UUID alliance, InvitationMails.Words words) {
        var letter =
                new LetterKeys.Letter(
                        alliance, words.invitation(), words.inviterId(), words.email());
        return Mail.of("invitation")
                .with("name", words.name())
                .with("inviter", words.inviter())
                .with("firm", words.firm())
                .with("alliance", words.alliance())
                .with("as", words.as())
                .with("reason", words.reason())
                .with("ask", words.ask())
                .with("link", post.link("/i/" + words.invitation() + "#" + keys.key(letter)));
    }
}
