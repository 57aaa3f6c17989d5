package org.commonweal.membership.maildomains;

import java.util.Set;
import org.commonweal.membership.mailing.Post;
import org.commonweal.membership.wire.MailDomainMailAskedV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.OwnFactHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends the code to whoever runs the domain's mail, fed from the own journal. */
@Component
class MailProofCode implements OwnFactHandler {

    private final ProofMails proofs;
    private final Post post;

    MailProofCode(ProofMails proofs, Post post) {
        this.proofs = proofs;
        this.post = post;
    }

    @Override
    public Set<String> types() {
        return Set.of(MailDomainMailAskedV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        return proofs.unsent(event.alliance(), event.subject())
                .flatMap(words ->
                        post.send(words.mailbox().at(words.name()), subject(words), text(words))
                                .then(proofs.mailed(event.alliance(), words)));
    }

    private static String subject(ProofMails.Words words) {
        return "Is %s a mail domain of %s?".formatted(words.name().shown(), words.firm());
    }

    private String text(ProofMails.Words words) {
        return """
        An administrator of %s says that %s is the firm's own mail domain, and asks %s
        to count its addresses as the firm's.

        If that is so, hand this link to the administrator; it counts once, for 3 days, and
        for administrators of the firm alone:
        %s

        If it is not so, do nothing: nothing happens then.
        """
                .formatted(words.firm(), words.name().shown(), words.alliance(), link(words));
    }

    private String link(ProofMails.Words words) {
        return post.link(
                "/a/%s/firms/%s/login?domain=%s&code=%s"
                        .formatted(
                                words.slug(), words.organization(), words.domain(), words.code()));
    }
}
