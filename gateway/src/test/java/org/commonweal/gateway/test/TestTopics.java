package org.commonweal.gateway.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Topics of one test run on a real Kafka, written to as the relay does it. */
public final class TestTopics {

    public static final int PARTITIONS = 12;

    private static final List<String> SERVICES =
            List.of("membership", "purpose", "contribution", "recognition");

    /** No id, since a topic's name is a label of the metrics, which must not have any. */
    private final String prefix =
            "test-" + Long.toString(UUID.randomUUID().getMostSignificantBits(), 36) + ".";

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    public TestTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(kafka)) {
            for (String topic : (events() + "," + standings()).split(",", -1)) {
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public String events() {
        return String.join(",", SERVICES.stream().map(service -> prefix + service).toList());
    }

    public String standings() {
        return prefix + "standings";
    }

    /** A fact for the whole alliance; answers its subject. */
    public UUID say(UUID alliance, String type) {
        return say(alliance, type, "{\"scope\":\"ALLIANCE\"}", Map.of());
    }

    public UUID say(UUID alliance, String type, String audience, Map<String, String> more) {
        UUID subject = UUID.randomUUID();
        String topic = prefix + type.substring(0, type.indexOf('.'));
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        topic,
                        partition(alliance),
                        alliance.toString(),
                        "{\"secret\":\"content\"}".getBytes(StandardCharsets.UTF_8));
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_type", type);
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_subject", subject.toString());
        header(record, "cw_alliance", alliance.toString());
        header(record, "cw_audience", audience);
        more.forEach((name, value) -> header(record, name, value));
        send(record);
        return subject;
    }

    /** A record that is none of ours. */
    public void sayNonsense(UUID alliance) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        prefix + "purpose", partition(alliance), "?", new byte[] {1, 2, 3});
        header(record, "ce_type", "purpose.drafted.v1");
        send(record);
    }

    public void standing(
            UUID alliance,
            UUID person,
            UUID organization,
            String state,
            long version,
            String json) {
        String payload =
                """
                {"person":"%s","organization":"%s","class":"MEMBER","state":"%s",
                 "delegate":false,"version":%d,"logins":[%s]}\
                """
                        .formatted(person, organization, state, version, json);
        standing(alliance, person, payload.getBytes(StandardCharsets.UTF_8));
    }

    public void standing(UUID alliance, UUID person, byte @Nullable [] payload) {
        send(
                new ProducerRecord<>(
                        standings(), partition(alliance), alliance + "/" + person, payload));
    }

    private static int partition(UUID alliance) {
        byte[] key = alliance.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
