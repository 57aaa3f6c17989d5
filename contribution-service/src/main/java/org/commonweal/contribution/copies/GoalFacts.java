package org.commonweal.contribution.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import java.util.UUID;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our copy of the goals. A goal is set only below a ratified purpose, so what is known here serves
 * the active one.
 */
@Component
class GoalFacts implements EventHandler {

    private final Copies copies;
    private final JsonMapper json;

    GoalFacts(Copies copies, JsonMapper json) {
        this.copies = copies;
        this.json = json;
    }

    @Override
    public Set<String> types() {
        return Set.of("purpose.goal-set.v1");
    }

    @Override
    public Mono<?> handle(Event event) {
        return copies.keep(event, json.treeToValue(event.payload(), GoalSetV1.class));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record GoalSetV1(UUID goal, String title, UUID owner) {}
}
