package org.commonweal.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonweal.platform.messaging.Freshness;
import tools.jackson.databind.json.JsonMapper;

/** Sends what the relay would: the events of all services, and membership's pulse. */
public final class TestBus implements AutoCloseable {

    private static final String MEMBERSHIP = "commonweal.membership";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean silent;

    private TestBus(String servers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                servers,
                                "linger.ms",
                                5,
                                // On a new topic a second request could overtake (KAFKA-15591).
                                "max.in.flight.requests.per.connection",
                                1),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /**
     * With a pulse each 250 ms.
     *
     * @param service under test, such as {@code purpose}, whose dead letters get a topic
     */
    public static TestBus start(String servers, String service) {
        createTopics(servers, service);
        var bus = new TestBus(servers);
        var _ = bus.pulse.scheduleAtFixedRate(bus::pulse, 0, 250, TimeUnit.MILLISECONDS);
        return bus;
    }

    private static void createTopics(String servers, String service) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var topics =
                    Stream.of(
                            MEMBERSHIP,
                            "commonweal.purpose",
                            "commonweal.contribution",
                            "commonweal.recognition",
                            "commonweal.dead-letters." + service);
            var created =
                    admin.createTopics(
                            topics.map(name -> new NewTopic(name, Freshness.PARTITIONS, (short) 1))
                                    .toList());
            created.values().values().forEach(TestBus::awaitCreated);
        }
    }

    private static void awaitCreated(KafkaFuture<Void> topic) {
        try {
            topic.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pulse() {
        if (silent) {
            return;
        }
        for (var partition = 0; partition < Freshness.PARTITIONS; partition++) {
            var beat =
                    new ProducerRecord<String, byte[]>(MEMBERSHIP, partition, "pulse", bytes("{}"));
            beat.headers().add("ce_type", bytes("membership.pulse.v1"));
            producer.send(beat);
        }
    }

    /** A fact as a journal has it, without what most tests leave out. */
    public record Fact(
            UUID id, String type, UUID alliance, UUID subject, Instant at, Object payload) {}

    /** Sends a new fact for the whole alliance; returns its id. */
    public UUID send(String type, UUID alliance, UUID subject, Object payload) {
        var id = AccessMatrix.id();
        send(id, type, alliance, subject, payload);
        return id;
    }

    public void send(UUID id, String type, UUID alliance, UUID subject, Object payload) {
        send(new Fact(id, type, alliance, subject, Instant.now(), payload));
    }

    public void send(Fact fact) {
        send(fact, Map.of());
    }

    /**
     * As {@link #send(Fact)}, with headers of the test's choice beside, or instead of, the usual.
     */
    public void send(Fact fact, Map<String, String> more) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_id", fact.id().toString());
        headers.put("ce_type", fact.type());
        headers.put("ce_time", fact.at().toString());
        headers.put("ce_subject", fact.subject().toString());
        headers.put("cw_alliance", fact.alliance().toString());
        headers.put("cw_version", "1");
        headers.put("cw_audience", "{\"scope\":\"ALLIANCE\"}");
        headers.putAll(more);
        var entry =
                new ProducerRecord<>(
                        "commonweal." + fact.type().substring(0, fact.type().indexOf('.')),
                        Freshness.partitionOf(fact.alliance()),
                        fact.alliance().toString(),
                        JSON.writeValueAsBytes(fact.payload()));
        headers.forEach((name, value) -> entry.headers().add(name, bytes(value)));
        producer.send(entry);
    }

    /**
     * A version of an agreement, which members must have accepted to act from a moment on.
     *
     * @param afterwards what whoever has accepted an older one may do then: {@code READING} or
     *     {@code EVERYTHING}
     */
    public void writeAgreement(
            UUID alliance, UUID agreement, long version, Instant from, String afterwards) {
        send(
                "membership.agreement-written.v1",
                alliance,
                agreement,
                Map.of(
                        "agreement", agreement,
                        "version", version,
                        "title", "Accountability",
                        "requiredFrom", from.toString(),
                        "afterwards", afterwards));
    }

    /** A new agreement, which nobody has accepted and everybody must who acts. */
    public void requireAgreement(UUID alliance) {
        var since = Instant.now().minusSeconds(60);
        writeAgreement(alliance, AccessMatrix.id(), 1, since, "READING");
    }

    /** Returns when everything sent is in the log. */
    public void flush() {
        producer.flush();
    }

    /** No pulse is sent from now on, until it is closed. */
    public Silence silence() {
        silent = true;
        return () -> silent = false;
    }

    /** A time without a pulse. */
    public interface Silence extends AutoCloseable {

        @Override
        void close();
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
