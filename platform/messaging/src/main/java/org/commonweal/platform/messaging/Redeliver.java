package org.commonweal.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Brings a service's dead letters back to the topics they came from, once the cause is mended.
 * Arguments: the service's name. Environment: {@code SPRING_KAFKA_BOOTSTRAP_SERVERS}. Every other
 * consumer of the topic sees the record again and, by its inbox, does nothing.
 */
public final class Redeliver {

    private Redeliver() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Redeliver <service>");
        }
        var servers =
                System.getenv().getOrDefault("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9192");
        System.out.println("redelivered=" + all(servers, arguments[0]));
    }

    /** The number of letters sent back; each is sent before its offset is committed. */
    public static int all(String servers, String service) {
        var sent = 0;
        try (var letters = new KafkaConsumer<String, byte[]>(consumer(servers, service));
                var producer = new KafkaProducer<String, byte[]>(producer(servers))) {
            var topic = DeadLetters.topicOf(service);
            var partitions =
                    letters.partitionsFor(topic).stream()
                            .map(p ->
                                    new org.apache.kafka.common.TopicPartition(
                                            topic, p.partition()))
                            .toList();
            letters.assign(partitions);
            var end = letters.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> letters.position(p) < end.getOrDefault(p, 0L))) {
                for (var letter : letters.poll(Duration.ofSeconds(1))) {
                    producer.send(back(letter));
                    sent++;
                }
                producer.flush();
                letters.commitSync();
            }
        }
        return sent;
    }

    private static ProducerRecord<String, byte[]> back(ConsumerRecord<String, byte[]> letter) {
        var headers = new RecordHeaders(letter.headers());
        var topic =
                new String(headers.lastHeader(DeadLetters.TOPIC).value(), StandardCharsets.UTF_8);
        headers.remove(DeadLetters.TOPIC);
        headers.remove(DeadLetters.REASON);
        return new ProducerRecord<>(
                topic, letter.partition(), null, letter.key(), letter.value(), headers);
    }

    private static Map<String, Object> consumer(String servers, String service) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", servers);
        settings.put("group.id", "commonweal-redeliver-" + service);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("key.deserializer", StringDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        return settings;
    }

    private static Map<String, Object> producer(String servers) {
        return Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
    }
}
