package org.commonweal.platform.test.conforming.giving;

import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** HTTP in, an answer out. */
class GiftController {
    private final Give give;

    GiftController(Give give) {
        this.give = give;
    }

    Mono<ResponseEntity<Long>> put() {
        return give.handle().map(ResponseEntity::ok);
    }
}
