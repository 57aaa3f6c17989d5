package org.commonweal.platform.messaging;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * As {@link EventHandler}, for effects that one statement can keep for many events: an imported
 * history arrives by the ten thousand. The events are of one alliance and in the order of their
 * topic; when a batch fails, each event comes again on its own, so that one poisoned event cannot
 * take the others with it.
 */
public interface EventBatchHandler extends EventHandler {

    /** As of one event; the effects are kept all, or none when it fails. */
    Mono<?> handle(List<Event> events);

    @Override
    default Mono<?> handle(Event event) {
        return handle(List.of(event));
    }
}
