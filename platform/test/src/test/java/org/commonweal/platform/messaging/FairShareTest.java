package org.commonweal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * An alliance that has much to be taken in makes no other wait until it is through: its partition
 * is read in helpings, and after each the others have their turn.
 */
class FairShareTest {

    private static final String TOPIC = "commonweal.fair-share";
    private static final int BUSY = 0;
    private static final List<Integer> OTHERS =
            IntStream.range(1, Freshness.PARTITIONS).boxed().toList();
    private static final int FACTS = 6_000;
    private static final int HELPING_MAX = 500;

    private final String servers = TestServers.kafka();

    @Test
    @Timeout(120)
    void what_others_were_told_does_not_wait_until_a_busy_alliance_is_through() throws Exception {
        Letters.create(servers, TOPIC);
        try (var producer = producer();
                var consumer = consumer()) {
            for (var fact = 0; fact < FACTS; fact++) {
                producer.send(fact(BUSY));
            }
            tellOthers(producer);
            consumer.subscribe(List.of(TOPIC));

            assertThat(busyFactsUntilOthersAreHeard(consumer)).isLessThan(HELPING_MAX);
            // Again, because the first time the others may have come before the busy one.
            tellOthers(producer);
            assertThat(busyFactsUntilOthersAreHeard(consumer)).isLessThan(HELPING_MAX);
        }
    }

    private static int busyFactsUntilOthersAreHeard(Consumer<String, byte[]> consumer) {
        var missing = new HashSet<>(OTHERS);
        var busy = 0;
        while (!missing.isEmpty()) {
            for (var entry : consumer.poll(Duration.ofMillis(100))) {
                missing.remove(entry.partition());
                busy += entry.partition() == BUSY ? 1 : 0;
            }
        }
        return busy;
    }

    private static void tellOthers(KafkaProducer<String, byte[]> producer) {
        OTHERS.forEach(partition -> producer.send(fact(partition)));
        producer.flush();
    }

    private static ProducerRecord<String, byte[]> fact(int partition) {
        return new ProducerRecord<>(TOPIC, partition, "key", new byte[1024]);
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** As every service has it. */
    private Consumer<String, byte[]> consumer() throws IOException {
        var sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("messaging", new ClassPathResource("commonweal-messaging.yaml"))
                .forEach(sources::addLast);
        var properties =
                new Binder(ConfigurationPropertySources.from(sources))
                        .bind("spring.kafka", KafkaProperties.class)
                        .get();
        properties.setBootstrapServers(List.of(servers));
        return new DefaultKafkaConsumerFactory<String, byte[]>(properties.buildConsumerProperties())
                .createConsumer("fair-share", "test");
    }
}
