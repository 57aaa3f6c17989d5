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

    /** Fails to have the event tried again and, when it is the event's fault, set aside. */
    Mono<?> handle(Event event);
}
