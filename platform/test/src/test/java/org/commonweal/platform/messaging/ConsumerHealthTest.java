package org.commonweal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** A consumer that nothing in the process mends is told of, and no other. */
class ConsumerHealthTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String servers = TestServers.kafka();

    @Test
    void a_consumer_that_waits_for_records_is_well() throws Exception {
        var consumer = consumer("well", batch -> {});
        try {
            consumer.start();
            await(consumer, Duration.ofMinutes(6), Status.UP);
        } finally {
            consumer.stop();
        }
    }

    @Test
    void a_consumer_whose_thread_hangs_is_down() throws Exception {
        var hangs = new CountDownLatch(1);
        var consumer = consumer("hangs", batch -> awaitQuietly(hangs));
        try {
            consumer.start();
            send("hangs");
            await(consumer, Duration.ofSeconds(1), Status.DOWN);
            assertThat(health(consumer, Duration.ofSeconds(1)).toString()).contains("asks for");
        } finally {
            hangs.countDown();
            consumer.stop();
        }
    }

    @Test
    void a_consumer_that_has_ended_by_itself_is_down() throws Exception {
        BatchMessageListener<String, byte[]> fails =
                batch -> {
                    throw new IllegalStateException("for good");
                };
        var consumer = consumer("ended", fails);
        consumer.setCommonErrorHandler(new CommonContainerStoppingErrorHandler());
        try {
            consumer.start();
            send("ended");
            await(consumer, Duration.ofMinutes(6), Status.DOWN);
            assertThat(health(consumer, Duration.ofMinutes(6)).toString()).contains("has ended");
        } finally {
            consumer.stop();
        }
    }

    @Test
    void a_process_that_does_not_consume_is_well() {
        assertThat(new ConsumerHealth(null, SOON).health().getStatus()).isEqualTo(Status.UP);
    }

    private static void await(
            ConcurrentMessageListenerContainer<String, byte[]> consumer,
            Duration silenceMax,
            Status status) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(health(consumer, silenceMax).getStatus()).isEqualTo(status));
    }

    private static Health health(
            ConcurrentMessageListenerContainer<String, byte[]> consumer, Duration silenceMax) {
        return new ConsumerHealth(consumer, silenceMax).health();
    }

    private ConcurrentMessageListenerContainer<String, byte[]> consumer(
            String group, BatchMessageListener<String, byte[]> listener) throws Exception {
        Letters.create(servers, topic(group));
        var properties = new ContainerProperties(topic(group));
        properties.setGroupId("consumer-health-" + group);
        properties.setMessageListener(listener);
        properties.setShutdownTimeout(1_000);
        return new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        Map.of(
                                "bootstrap.servers", servers,
                                "group.protocol", "consumer",
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                properties);
    }

    private static String topic(String group) {
        return "commonweal.consumer-health." + group;
    }

    private void send(String group) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic(group), "key", new byte[0]));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
