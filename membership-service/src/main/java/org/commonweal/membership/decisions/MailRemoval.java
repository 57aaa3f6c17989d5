package org.commonweal.membership.decisions;

import java.util.Set;
import java.util.UUID;
import org.commonweal.membership.firmleaving.Farewells;
import org.commonweal.membership.mailing.Mail;
import org.commonweal.membership.mailing.Post;
import org.commonweal.membership.wire.MemberLeftV1;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.OwnFactHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells whom the members have removed, and by which decision: once, fed from the own journal. */
@Component
class MailRemoval implements OwnFactHandler {

    private final Removals removals;
    private final Farewells farewells;
    private final Post post;

    MailRemoval(Removals removals, Farewells farewells, Post post) {
        this.removals = removals;
        this.farewells = farewells;
        this.post = post;
    }

    @Override
    public Set<String> types() {
        return Set.of(MemberLeftV1.TYPE);
    }

    @Override
    public Mono<?> handle(Event event) {
        var decision = event.as(LeftV1.class).decision();
        return decision == null
                ? Mono.empty()
                : removals.untold(event.alliance(), event.subject(), decision)
                        .flatMap(words ->
                                post.send(words.email(), mail(words))
                                        .then(farewells.told(event.alliance(), event.subject())));
    }

    private Mail mail(Removals.Words words) {
        return Mail.of("removed-decided")
                .with("name", words.name())
                .with("alliance", words.alliance())
                .with("decision", words.decision())
                .with("link", post.link("/"));
    }

    record LeftV1(@Nullable UUID decision) {}
}
