package org.commonweal.purpose.asking;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks who has become a delegate for what is still needed of the own firm, and no longer asks who
 * is none. The electorate stays as it was: firms are frozen in it, persons are not.
 */
@Component
class AskDelegates implements EventHandler {

    private final DelegateNeeds needs;
    private final JsonMapper json;

    AskDelegates(DelegateNeeds needs, JsonMapper json) {
        this.needs = needs;
        this.json = json;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.standing-changed.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return needs.settle(event, json.treeToValue(event.payload(), StandingChangedV1.class));
    }

    /** Whose standing it is; what it is by now stands in this service's own copy. */
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    record StandingChangedV1(UUID person, long version) {}
}
