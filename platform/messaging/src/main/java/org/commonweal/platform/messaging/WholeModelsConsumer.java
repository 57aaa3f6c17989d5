package org.commonweal.platform.messaging;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes nothing in while the read models are half built, no pulse either: so the service decides
 * and shows nothing. What has come is given back and comes again until {@link Rebuild} was
 * repeated.
 */
final class WholeModelsConsumer implements BatchMessageListener<String, byte[]> {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private final BatchMessageListener<String, byte[]> taker;
    private final RebuildMark mark;

    /** A rebuild needs the service to be down: once whole, they stay so as long as it runs. */
    private volatile boolean whole;

    WholeModelsConsumer(BatchMessageListener<String, byte[]> taker, RebuildMark mark) {
        this.taker = taker;
        this.mark = mark;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        if (!whole && !Boolean.FALSE.equals(mark.isSet().block(ANSWER_MAX))) {
            throw new IllegalStateException(
                    "a rebuild of the read models has begun and not ended: repeat it");
        }
        whole = true;
        taker.onMessage(batch);
    }
}
