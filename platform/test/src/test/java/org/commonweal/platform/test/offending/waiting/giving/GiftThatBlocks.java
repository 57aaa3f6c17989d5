package org.commonweal.platform.test.offending.waiting.giving;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Waits on an event loop. */
class GiftThatBlocks {
    void wait(Mono<String> gift) {
        gift.block(Duration.ofSeconds(1));
    }
}
