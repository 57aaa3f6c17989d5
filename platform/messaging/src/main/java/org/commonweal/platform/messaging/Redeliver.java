package org.commonweal.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
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
 * Arguments: the service's name. Environment: {@code SPRING_KAFKA_BOOTSTRAP_SERVERS} and what else
 * reaching them takes, {@code SPRING_KAFKA_PROPERTIES_*}, as the services have it. Every other
 * consumer of the topic sees the record again and, by its inbox, does nothing.
 */
public final class Redeliver {

    private static final String PROPERTIES = "SPRING_KAFKA_PROPERTIES_";

    private Redeliver() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Redeliver <service>");
        }
        System.out.println("redelivered=" + all(brokers(System.getenv()), arguments[0]));
    }

    /** A client's settings, by the names that Spring's services have in their environment. */
    static Map<String, Object> brokers(Map<String, String> environment) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", "127.0.0.1:9192");
        environment.forEach((name, value) -> {
            if (name.equals("SPRING_KAFKA_BOOTSTRAP_SERVERS")) {
                settings.put("bootstrap.servers", value);
            } else if (name.startsWith(PROPERTIES)) {
                var property = name.substring(PROPERTIES.length()).replace('_', '.');
                settings.put(property.toLowerCase(Locale.ROOT), value);
            }
        });
        return settings;
    }

    /** The number of letters sent back; each is sent before its offset is committed. */
    static int all(Map<String, Object> brokers, String service) {
        var sent = 0;
        try (var letters = new KafkaConsumer<String, byte[]>(consumer(brokers, service));
                var producer = new KafkaProducer<String, byte[]>(producer(brokers))) {
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

    private static Map<String, Object> consumer(Map<String, Object> brokers, String service) {
        var settings = new HashMap<>(brokers);
        settings.put("group.id", "commonweal-redeliver-" + service);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("key.deserializer", StringDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        return settings;
    }

    private static Map<String, Object> producer(Map<String, Object> brokers) {
        var settings = new HashMap<>(brokers);
        settings.put("acks", "all");
        settings.put("key.serializer", StringSerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        return settings;
    }
}
