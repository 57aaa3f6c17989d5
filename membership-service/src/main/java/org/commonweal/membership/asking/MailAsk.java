package org.commonweal.membership.asking;

import java.util.Set;
import org.commonweal.membership.mailing.Mail;
import org.commonweal.membership.mailing.Post;
import org.commonweal.membership.wire.AgreementWrittenV1;
import org.commonweal.membership.wire.DeputyChangedV1;
import org.commonweal.membership.wire.MoveChangedV1;
import org.commonweal.membership.wire.OfficeChangedV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.OwnFactHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Mails what is asked of whoever takes part by mail alone, fed from the own journal: each ask once
 * to each person, while it waits for an answer.
 */
@Component
class MailAsk implements OwnFactHandler {

    private final MailedAsks asks;
    private final Post post;

    MailAsk(MailedAsks asks, Post post) {
        this.asks = asks;
        this.post = post;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                MoveChangedV1.TYPE,
                DeputyChangedV1.TYPE,
                AgreementWrittenV1.TYPE,
                OfficeChangedV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        var kind = kind(event);
        var next =
                asks.next(event, kind)
                        .flatMap(words ->
                                post.send(words.email(), mail(kind, words))
                                        .then(asks.mailed(event.alliance(), words)));
        return next.expand(_ -> next).then();
    }

    private static MailedAsks.Kind kind(Event event) {
        return switch (event.type()) {
            case MoveChangedV1.TYPE -> MailedAsks.Kind.MOVE;
            case DeputyChangedV1.TYPE -> MailedAsks.Kind.DEPUTY;
            case OfficeChangedV1.TYPE -> MailedAsks.Kind.OFFICE;
            default -> MailedAsks.Kind.AGREEMENT;
        };
    }

    private Mail mail(MailedAsks.Kind kind, MailedAsks.Words words) {
        return Mail.of(kind.mail())
                .with("name", words.name())
                .with("by", words.by())
                .with("firm", words.firm())
                .with("alliance", words.alliance())
                .with("what", words.what())
                .with("from", words.from())
                .with("until", words.until())
                .with("link", post.link("/a/" + words.slug() + words.page()));
    }
}
