package org.commonweal.platform.test.offending.waiting.giving;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Cuts the pipeline off from its caller. */
class GiftThatSubscribes {
    Disposable forget(Flux<String> gifts) {
        return gifts.subscribe();
    }
}
