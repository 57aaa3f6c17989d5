package org.commonweal.purpose.asking;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks who has become a delegate for what is still needed of the own firm, and no longer asks who
 * is none. The electorate stays as it was: firms are frozen in it, persons are not.
 */
@Component
class AskDelegates implements EventHandler {

    private final DelegateNeeds needs;

    AskDelegates(DelegateNeeds needs) {
        this.needs = needs;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.standing-changed.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return needs.settle(event, event.as(StandingChangedV1.class));
    }

    /** Whose standing it is; what it is by now stands in this service's own copy. */
    record StandingChangedV1(UUID person, long version) {}
}
