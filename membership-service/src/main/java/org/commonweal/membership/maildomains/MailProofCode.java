package org.commonweal.membership.maildomains;

import java.util.Set;
import org.commonweal.membership.mailing.Mail;
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
                        post.send(words.mailbox().at(words.name()), mail(words))
                                .then(proofs.mailed(event.alliance(), words)));
    }

    private Mail mail(ProofMails.Words words) {
        return Mail.of("domain-code")
                .with("firm", words.firm())
                .with("domain", words.name().shown())
                .with("alliance", words.alliance())
                .with("link", link(words));
    }

    private String link(ProofMails.Words words) {
        return post.link(
                "/a/%s/firms/%s/login?domain=%s&code=%s"
                        .formatted(
                                words.slug(), words.organization(), words.domain(), words.code()));
    }
}
