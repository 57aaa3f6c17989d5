package org.commonweal.membership.inviting;

import java.util.Set;
import java.util.UUID;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.letters.LetterKeys;
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
                        post.send(words.email(), subject(words), text(event.alliance(), words))
                                .then(invitations.mailed(event.alliance(), event.subject())));
    }

    private static String subject(InvitationMails.Words words) {
        return "%s invites you to %s".formatted(words.inviter(), words.alliance());
    }

    private String text(UUID alliance, InvitationMails.Words words) {
        var letter =
                new LetterKeys.Letter(
                        alliance, words.invitation(), words.inviterId(), words.email());
        return """
        Dear %s,

        %s of %s invites you to join %s%s.

        Why you:
        %s

        What is asked of you first:
        %s

        Read it, then accept or decline; nothing happens until you do, and declining needs no
        reason and no login:
        %s
        """
                .formatted(
                        words.name(),
                        words.inviter(),
                        words.firm(),
                        words.alliance(),
                        as(words.as()),
                        words.reason(),
                        words.ask(),
                        post.link("/i/" + words.invitation() + "#" + keys.key(letter)));
    }

    private static String as(ParticipantClass offered) {
        return switch (offered) {
            case MEMBER -> "";
            case EXPERT -> " as an expert: to contribute and to answer what you are asked";
            case CUSTOMER -> " as a customer: to read what comes of it, to contribute and to thank";
            case GUEST -> " as a guest: to give to one goal and to read what comes of it";
        };
    }
}
