package org.commonweal.contribution.copies;

import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Our copy of the goals. A goal is set only below a ratified purpose, so what is known here serves
 * the active one.
 */
@Component
class GoalFacts implements EventHandler {

    private final Copies copies;

    GoalFacts(Copies copies) {
        this.copies = copies;
    }

    @Override
    public Set<String> types() {
        return Set.of("purpose.goal-set.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return copies.keep(event, event.as(GoalSetV1.class));
    }

    record GoalSetV1(UUID goal, String title, UUID owner) {}
}
