package org.commonweal.contribution.copies;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Our copy of the goals. A goal is set only below a ratified purpose, so what is known here serves
 * the active one, until that is closed.
 */
@Component
class GoalFacts implements EventHandler {

    private final Copies copies;

    GoalFacts(Copies copies) {
        this.copies = copies;
    }

    @Override
    public Set<String> types() {
        return Set.of("purpose.goal-set.v1", "purpose.closed.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return switch (event.type()) {
            case "purpose.closed.v1" -> copies.close(event, event.as(PurposeClosedV1.class));
            default -> copies.keep(event, event.as(GoalSetV1.class));
        };
    }

    record GoalSetV1(UUID goal, UUID purpose, String title, UUID owner) {}

    record PurposeClosedV1(UUID purpose) {}
}
