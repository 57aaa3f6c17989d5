package org.commonweal.gateway.offending.lingering;

import org.apache.kafka.common.TopicPartition;
import org.commonweal.gateway.offending.hasty.LingeringManager;

/** Breaks the rules on waiting, on Kafka and on cycles. */
public class Lingers {

    public TopicPartition waitFor(LingeringManager other) throws InterruptedException {
        Thread.sleep(1);
        return new TopicPartition(other.topic(this), 0);
    }
}
