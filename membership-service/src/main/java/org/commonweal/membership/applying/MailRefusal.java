package org.commonweal.membership.applying;

import java.util.Set;
import org.commonweal.membership.mailing.Mail;
import org.commonweal.membership.mailing.Post;
import org.commonweal.membership.wire.ApplicationDecidedV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.OwnFactHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a refused applicant why, fed from the own journal; an accepted one gets an invitation. */
@Component
class MailRefusal implements OwnFactHandler {

    private final RefusalMails refusals;
    private final Post post;

    MailRefusal(RefusalMails refusals, Post post) {
        this.refusals = refusals;
        this.post = post;
    }

    @Override
    public Set<String> types() {
        return Set.of(ApplicationDecidedV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        return refusals.unsent(event.alliance(), event.subject())
                .flatMap(words ->
                        post.send(words.email(), mail(words))
                                .then(refusals.mailed(event.alliance(), event.subject())));
    }

    private Mail mail(RefusalMails.Words words) {
        return Mail.of("refusal")
                .with("name", words.name())
                .with("alliance", words.alliance())
                .with("firm", words.firm())
                .with("reason", words.reason())
                .with("link", post.link("/"));
    }
}
