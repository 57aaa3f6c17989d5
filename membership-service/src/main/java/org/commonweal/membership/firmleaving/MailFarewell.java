package org.commonweal.membership.firmleaving;

import java.util.Set;
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
                                post.send(words.email(), subject(words), text(words))
                                        .then(farewells.told(event.alliance(), words.person())));
        return next.expand(_ -> next).then();
    }

    private static String subject(Farewells.Words words) {
        return "%s has left %s".formatted(words.firm(), words.alliance());
    }

    private String text(Farewells.Words words) {
        return """
        Dear %s,

        %s has left %s, and your membership ended with it. What you gave stays there
        under your name, and so does the credit for it.

        What was asked of you is asked of others now. A vote that your firm had cast
        counts; one that it had not cast is not waited for.

        Your account stays yours:
        %s
        """
                .formatted(words.name(), words.firm(), words.alliance(), post.link("/"));
    }
}
