package org.commonweal.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A member of a group in a process of its own, so that it can be killed in the middle. */
final class KilledConsumer {

    private KilledConsumer() {}

    /** Says each value that it reads, and never leaves its group. */
    public static void main(String[] arguments) {
        try (var consumer = member(arguments[0], arguments[1], arguments[2])) {
            while (!Thread.currentThread().isInterrupted()) {
                for (var entry : consumer.poll(Duration.ofMillis(200))) {
                    consumer.commitSync();
                    System.out.println("read " + entry.value());
                }
            }
        }
    }

    static KafkaConsumer<String, String> member(String bootstrap, String topic, String group) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", bootstrap,
                                "group.id", group,
                                "group.protocol", "consumer",
                                "auto.offset.reset", "earliest",
                                "enable.auto.commit", "false"),
                        new StringDeserializer(),
                        new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }
}
