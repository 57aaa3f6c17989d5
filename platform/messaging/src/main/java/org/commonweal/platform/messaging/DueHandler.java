package org.commonweal.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What happens when a moment of a kind comes. The handler's one statement deletes the row of {@code
 * due} and keeps the effect, so that two clocks cannot act twice.
 */
public interface DueHandler {

    String kind();

    Mono<?> act(UUID alliance, UUID subject, Instant at);
}
