package org.commonweal.membership.forks;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member of an alliance has prepared a community for another purpose. */
@Component
class HearFork implements EventHandler {

    private final PreparedForks forks;

    HearFork(PreparedForks forks) {
        this.forks = forks;
    }

    @Override
    public Set<String> types() {
        return Set.of("purpose.fork-prepared.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return forks.keep(event.alliance(), event.as(ForkPreparedV1.class));
    }

    record ForkPreparedV1(UUID fork, UUID purpose, UUID preparedBy) {}
}
