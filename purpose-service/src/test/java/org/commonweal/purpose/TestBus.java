package org.commonweal.purpose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonweal.platform.messaging.Freshness;
import tools.jackson.databind.json.JsonMapper;

/** Sends what the relay would: the events of other services, and membership's pulse. */
final class TestBus implements AutoCloseable {

    private static final String MEMBERSHIP = "commonweal.membership";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();

    private TestBus(String servers) {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "linger.ms", 5),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    static TestBus start(String servers) {
        createTopics(servers);
        var bus = new TestBus(servers);
        var _ = bus.pulse.scheduleAtFixedRate(bus::pulse, 0, 250, TimeUnit.MILLISECONDS);
        return bus;
    }

    private static void createTopics(String servers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var topics =
                    Stream.of(
                            MEMBERSHIP,
                            "commonweal.contribution",
                            "commonweal.recognition",
                            "commonweal.dead-letters.purpose");
            var created =
                    admin.createTopics(
                            topics.map(name -> new NewTopic(name, Freshness.PARTITIONS, (short) 1))
                                    .toList());
            for (var topic : created.values().values()) {
                created(topic);
            }
        }
    }

    private static void created(org.apache.kafka.common.KafkaFuture<Void> topic) {
        try {
            topic.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void pulse() {
        for (var partition = 0; partition < Freshness.PARTITIONS; partition++) {
            var beat =
                    new ProducerRecord<String, byte[]>(MEMBERSHIP, partition, "pulse", bytes("{}"));
            beat.headers().add("ce_type", bytes("membership.pulse.v1"));
            producer.send(beat);
        }
    }

    /** Sends a new fact; returns its id. */
    UUID send(String type, UUID alliance, UUID subject, Object payload) {
        var id = PurposeTest.id();
        send(id, type, alliance, subject, payload);
        return id;
    }

    void send(UUID id, String type, UUID alliance, UUID subject, Object payload) {
        var topic = "commonweal." + type.substring(0, type.indexOf('.'));
        var fact =
                new ProducerRecord<>(
                        topic,
                        Freshness.partitionOf(alliance),
                        alliance.toString(),
                        JSON.writeValueAsBytes(payload));
        var headers =
                Map.of(
                        "ce_id", id.toString(),
                        "ce_type", type,
                        "ce_time", Instant.now().toString(),
                        "ce_subject", subject.toString(),
                        "cw_alliance", alliance.toString(),
                        "cw_version", "1",
                        "cw_audience", "{\"scope\":\"ALLIANCE\"}");
        headers.forEach((name, value) -> fact.headers().add(name, bytes(value)));
        producer.send(fact);
    }

    /** Returns when everything sent is in the log. */
    void flush() {
        producer.flush();
    }

    /** From now on there is no pulse. */
    void silence() {
        pulse.shutdownNow();
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        producer.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
