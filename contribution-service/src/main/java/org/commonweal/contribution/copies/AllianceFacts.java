package org.commonweal.contribution.copies;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Our copy of an alliance: its own limit for an answer, and whether it takes a history or came from
 * another.
 */
@Component
class AllianceFacts implements EventHandler {

    private final Copies copies;

    AllianceFacts(Copies copies) {
        this.copies = copies;
    }

    @Override
    public Set<String> types() {
        return Set.of("membership.alliance-founded.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return copies.keep(event, event.as(AllianceFoundedV1.class));
    }

    record AllianceFoundedV1(
            Duration acknowledgementLimit,
            UUID founder,
            boolean history,
            @Nullable LineageV1 lineage) {

        /** The alliance that this one came from. */
        @Nullable UUID parent() {
            return lineage == null ? null : lineage.alliance();
        }
    }

    record LineageV1(UUID alliance) {}
}
