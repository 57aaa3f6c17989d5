package org.commonweal.platform.test.conforming.giving;

import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.test.conforming.domain.GiftDecision;
import reactor.core.publisher.Mono;

/** The use case: ask, decide, keep. */
class Give {
    private final Gifts gifts;
    private final Clock clock;

    Give(Gifts gifts, Clock clock) {
        this.gifts = gifts;
        this.clock = clock;
    }

    Mono<Long> handle() {
        return gifts.keep(new GiftDecision(new UUID(0, 1), clock.instant()));
    }
}
