package org.commonweal.purpose.forking;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An alliance was founded from a fork: it gets the prepared words as a draft, which its members may
 * ratify or change; and where it was prepared it is said that it was founded.
 */
@Component
class LineageFacts implements EventHandler {

    private final Lineages lineages;

    LineageFacts(Lineages lineages) {
        this.lineages = lineages;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.alliance-founded.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        var lineage = event.as(FoundedV1.class).lineage();
        return lineage == null
                ? Mono.empty()
                : lineages.begin(event, event.as(FounderV1.class).founder(), lineage);
    }

    record FoundedV1(@Nullable LineageV1 lineage) {}

    record FounderV1(UUID founder) {}

    record LineageV1(UUID alliance, UUID purpose, UUID fork) {}
}
