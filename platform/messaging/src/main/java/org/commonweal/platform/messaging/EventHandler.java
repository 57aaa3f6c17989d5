package org.commonweal.platform.messaging;

import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * The effect of some event types on this service's own data; every bean of it is called, for each
 * alliance in the order of its topic. An effect must be idempotent: see {@link Inbox}.
 */
public interface EventHandler {

    /** Types such as {@code purpose.goal-set.v1}; the topics to read follow from them. */
    Set<String> types();

    /**
     * Reads the event, then says what is to be done. What is thrown here means that it cannot be
     * read, and it is set aside at once; when the effect fails it is tried again, and set aside
     * when that is the event's fault.
     */
    Mono<?> handle(Event event);
}
