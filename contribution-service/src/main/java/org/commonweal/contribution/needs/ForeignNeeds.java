package org.commonweal.contribution.needs;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Needs that other services say; each has one effect, however often its event comes. */
@Component
class ForeignNeeds implements EventHandler {

    private static final String OPENED = "purpose.need-opened.v1";
    private static final String CLOSED = "purpose.need-closed.v1";

    private final Needs needs;

    ForeignNeeds(Needs needs) {
        this.needs = needs;
    }

    @Override
    public Set<String> types() {
        return Set.of(OPENED, CLOSED);
    }

    @Override
    public Mono<?> handle(Event event) {
        return event.type().equals(OPENED)
                ? needs.open(event, event.as(NeedOpenedV1.class))
                : needs.close(event, event.as(NeedClosedV1.class));
    }

    record NeedOpenedV1(
            UUID need, UUID person, String why, @Nullable Instant due, LinkV1 link, String title) {}

    record LinkV1(String kind, UUID id) {}

    record NeedClosedV1(UUID need) {}
}
