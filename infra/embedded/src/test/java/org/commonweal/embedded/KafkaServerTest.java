package org.commonweal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path directory;

    @Test
    void what_was_acknowledged_survives_kill_9() throws Exception {
        var data = directory.resolve("kafka");
        int port;
        try (var server = KafkaServer.start(data, 0).endWithThisProcess()) {
            port = server.port();
            createTopic(server.bootstrapServers(), "kept");
            send(server.bootstrapServers(), "kept", "acknowledged");
            server.destroyForcibly();
        }
        try (var server = KafkaServer.start(data, port).endWithThisProcess()) {
            assertThat(first(server.bootstrapServers(), "kept")).contains("acknowledged");
        }
    }

    @Test
    void all_tests_of_a_build_share_one_broker() throws Exception {
        assertThat(TestServers.kafka()).isEqualTo(TestServers.kafka());
        createTopic(TestServers.kafka(), "shared");
        send(TestServers.kafka(), "shared", "seen");
        assertThat(first(TestServers.kafka(), "shared")).contains("seen");
    }

    @Test
    void the_partitions_of_a_killed_consumer_are_read_again_after_its_session() throws Exception {
        var bootstrap = TestServers.kafka();
        createTopic(bootstrap, "inherited");
        send(bootstrap, "inherited", "before");
        var killed =
                ServerProcess.start(
                        "consumer",
                        consumer(bootstrap, "inherited"),
                        Map.of(),
                        directory.resolve("consumer.log"));
        killed.awaitReady(() -> hasRead("before"), LIMIT);
        killed.kill();
        send(bootstrap, "inherited", "after");
        try (var heir = KilledConsumer.member(bootstrap, "inherited", "heirs")) {
            // The limit is less than half of the broker's own session of 45 s.
            var since = System.nanoTime();
            assertThat(first(heir)).contains("after");
            System.out.printf("inherited after %d ms%n", (System.nanoTime() - since) / 1_000_000);
        }
    }

    private boolean hasRead(String value) {
        try {
            return Files.readString(directory.resolve("consumer.log")).contains("read " + value);
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> consumer(String bootstrap, String topic) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledConsumer.class.getName(),
                bootstrap,
                topic,
                "heirs");
    }

    private static void createTopic(String bootstrap, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(String bootstrap, String topic, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static Optional<String> first(String bootstrap, String topic) {
        try (var consumer = KilledConsumer.member(bootstrap, topic, "first-of-" + topic)) {
            return first(consumer);
        }
    }

    private static Optional<String> first(KafkaConsumer<String, String> consumer) {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            for (var entry : consumer.poll(Duration.ofMillis(200))) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }
}
