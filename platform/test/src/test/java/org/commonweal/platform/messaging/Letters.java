package org.commonweal.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Topics of a test, and records as they come from the broker. */
final class Letters {

    private Letters() {}

    static void create(String servers, String... topics) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var all = new ArrayList<NewTopic>();
            for (var topic : topics) {
                all.add(new NewTopic(topic, Freshness.PARTITIONS, (short) 1));
            }
            admin.createTopics(all).all().get();
        }
    }

    /** Everything that a topic holds. */
    static List<ConsumerRecord<String, byte[]>> in(String servers, String topic) {
        var partitions =
                IntStream.range(0, Freshness.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", servers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < end.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** As the broker would hand it over. */
    static ConsumerRecord<String, byte[]> received(
            ProducerRecord<String, byte[]> sent, long offset) {
        var value = sent.value();
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                value == null ? 0 : value.length,
                sent.key(),
                value,
                new RecordHeaders(sent.headers()),
                java.util.Optional.empty());
    }

    static @Nullable String header(ConsumerRecord<?, ?> entry, String name) {
        var header = entry.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
