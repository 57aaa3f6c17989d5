package org.commonweal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic from its beginning, all partitions, without a group. */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;

    TopicReader(String bootstrapServers, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", bootstrapServers,
                                "allow.auto.create.topics", "false",
                                "reconnect.backoff.max.ms", "1000",
                                "fetch.max.wait.ms", "50"),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions =
                IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What matches, in the order of reading, as soon as there are enough; less after the limit. */
    List<ConsumerRecord<String, String>> take(
            int enough, Duration limit, Predicate<ConsumerRecord<String, String>> wanted) {
        return takeUntil(found -> found.size() >= enough, limit, wanted);
    }

    List<ConsumerRecord<String, String>> takeUntil(
            Predicate<List<ConsumerRecord<String, String>>> enough,
            Duration limit,
            Predicate<ConsumerRecord<String, String>> wanted) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        var deadline = System.nanoTime() + limit.toNanos();
        while (!enough.test(found) && System.nanoTime() < deadline) {
            for (var entry : consumer.poll(Duration.ofMillis(50))) {
                if (wanted.test(entry)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    static @Nullable String header(ConsumerRecord<?, ?> entry, String name) {
        var header = entry.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        // A broker that the test has killed is not worth waiting for.
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
