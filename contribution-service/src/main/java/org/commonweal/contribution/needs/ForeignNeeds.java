package org.commonweal.contribution.needs;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Needs that other services say; each has one effect, however often its event comes. */
@Component
class ForeignNeeds implements EventHandler {

    private static final Set<String> OPENED =
            Set.of("membership.need-opened.v1", "purpose.need-opened.v1");
    private static final Set<String> CLOSED =
            Set.of("membership.need-closed.v1", "purpose.need-closed.v1");

    private final Needs needs;

    ForeignNeeds(Needs needs) {
        this.needs = needs;
    }

    @Override
    public Set<String> types() {
        return Stream.of(OPENED, CLOSED).flatMap(Set::stream).collect(Collectors.toSet());
    }

    @Override
    public Mono<?> handle(Event event) {
        return OPENED.contains(event.type())
                ? needs.open(event, event.as(NeedOpenedV1.class))
                : needs.close(event, event.as(NeedClosedV1.class));
    }

    record NeedOpenedV1(
            UUID need, UUID person, String why, @Nullable Instant due, LinkV1 link, String title) {}

    record LinkV1(String kind, UUID id) {}

    record NeedClosedV1(UUID need) {}
}
