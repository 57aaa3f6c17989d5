package org.commonweal.platform.test.conforming.giving;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

/** Owns its thread, and so may wait. */
class GiftsConsumer {
    void accept(ConsumerRecord<String, String> entry) {
        Mono.just(entry.value()).block(Duration.ofSeconds(1));
    }
}
