package org.commonweal.contribution.activity;

import java.util.List;
import java.util.Set;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventBatchHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The activity of all services, our own among them: one way for all, so that replaying the journals
 * builds the page anew. Only what the whole alliance may read is told.
 */
@Component
class AllFacts implements EventBatchHandler {

    private final Activities activities;

    AllFacts(Activities activities) {
        this.activities = activities;
    }

    @Override
    public Set<String> types() {
        return Telling.BY_TYPE.keySet();
    }

    @Override
    public Mono<?> handle(List<Event> events) {
        var rows =
                events.stream()
                        .filter(event -> event.audience() instanceof Audience.Everyone)
                        .filter(event -> telling(event).tells(event))
                        .map(event -> telling(event).row(event))
                        .toList();
        return rows.isEmpty() ? Mono.empty() : activities.keep(events.getFirst().alliance(), rows);
    }

    private static Telling telling(Event event) {
        var telling = Telling.BY_TYPE.get(event.type());
        if (telling == null) {
            throw new IllegalArgumentException("not told: " + event.type());
        }
        return telling;
    }
}
