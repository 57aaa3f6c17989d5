package org.commonweal.bench.reference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of the bench's own on the measured broker, with one reader of all its partitions. */
final class Topic implements AutoCloseable {

    private static final int PARTITIONS = 12;
    private static final Duration POLL = Duration.ofMillis(100);

    private final String name;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader;

    private Topic(
            String name,
            Map<String, Object> settings,
            Consumer<ConsumerRecord<String, byte[]>> heard) {
        this.name = name;
        this.producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(
                IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(name, p)).toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        this.reader = Thread.ofPlatform().daemon().start(() -> read(heard));
    }

    /** Settings as the platform's own: every copy asked for, nothing waited for. */
    static Topic open(String name, String servers, Consumer<ConsumerRecord<String, byte[]>> heard) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "acks",
                        "all",
                        "linger.ms",
                        "0",
                        "enable.auto.commit",
                        "false");
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var made = admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)));
            made.all()
                    .toCompletionStage()
                    .exceptionally(Topic::isThere)
                    .toCompletableFuture()
                    .join();
        }
        return new Topic(name, settings, heard);
    }

    private static Void isThere(Throwable failure) {
        if (failure instanceof TopicExistsException
                || failure.getCause() instanceof TopicExistsException) {
            return null;
        }
        throw new IllegalStateException(failure);
    }

    private void read(Consumer<ConsumerRecord<String, byte[]>> heard) {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(heard);
            }
        } catch (WakeupException closed) {
            return;
        }
    }

    KafkaProducer<String, byte[]> producer() {
        return producer;
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        producer.close();
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
