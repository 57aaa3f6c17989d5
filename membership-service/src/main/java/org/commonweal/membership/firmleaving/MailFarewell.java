package org.commonweal.membership.firmleaving;

import java.util.Set;
import org.commonweal.membership.mailing.Mail;
import org.commonweal.membership.mailing.Post;
import org.commonweal.membership.wire.OrganizationLeftV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.OwnFactHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells each person of a firm that has left, fed from the own journal: once, one at a time. */
@Component
class MailFarewell implements OwnFactHandler {

    private final Farewells farewells;
    private final Post post;

    MailFarewell(Farewells farewells, Post post) {
        this.farewells = farewells;
        this.post = post;
    }

    @Override
    public Set<String> types() {
        return Set.of(OrganizationLeftV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        var next =
                farewells
                        .next(event.alliance(), event.subject(), event.id())
                        .flatMap(words ->
                                post.send(words.email(), mail(words))
                                        .then(farewells.told(event.alliance(), words.person())));
        return next.expand(_ -> next).then();
    }

    private Mail mail(Farewells.Words words) {
        var mail =
                Mail.of(words.decision() == null ? "farewell" : "farewell-decided")
                        .with("name", words.name())
                        .with("firm", words.firm())
                        .with("alliance", words.alliance())
                        .with("link", post.link("/"));
        return words.decision() == null ? mail : mail.with("decision", words.decision());
    }
}
