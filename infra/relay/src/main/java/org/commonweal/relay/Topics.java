package org.commonweal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** The topics of the platform: the same number of partitions everywhere, never changed. */
final class Topics {

    static final int PARTITIONS = 12;
    static final String STANDINGS = "commonweal.standings";

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(365);
    private static final Duration REPLAY_RETENTION = Duration.ofDays(7);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** A dead letter is the record as it was, and the reason with it. */
    private static final int DEAD_LETTER_MAX_BYTES = 2 << 20;

    private Topics() {}

    /** The same partition number in every topic, as Kafka's own partitioner would choose it. */
    static int partitionOf(UUID alliance) {
        var hash = Utils.murmur2(alliance.toString().getBytes(UTF_8));
        return Utils.toPositive(hash) % PARTITIONS;
    }

    /** Creates what is missing and leaves what exists as it is. */
    static void ensure(Admin admin, short replicationFactor) {
        ensure(admin, all(replicationFactor));
    }

    /** The topic without a record, made when it is missing. */
    static void ensureEmpty(Admin admin, String topic, short replicationFactor) {
        ensure(admin, List.of(kept(topic, REPLAY_RETENTION, replicationFactor, Map.of())));
        var all = RecordsToDelete.beforeOffset(-1);
        await(admin.deleteRecords(partitions(topic).collect(toMap(one -> one, _ -> all))).all());
    }

    /** Where each service's topic ends at this moment. */
    static Map<TopicPartition, Long> ends(Admin admin) {
        var asked =
                Arrays.stream(JournalService.values())
                        .flatMap(service -> partitions(service.topic()))
                        .collect(toMap(one -> one, _ -> OffsetSpec.latest()));
        return await(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition));
    }

    private static void ensure(Admin admin, List<NewTopic> wanted) {
        var existing = await(admin.listTopics().names());
        var missing = wanted.stream().filter(topic -> !existing.contains(topic.name())).toList();
        if (!missing.isEmpty()) {
            await(admin.createTopics(missing).all());
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not do what is asked of topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for topics", e);
        }
    }

    private static List<NewTopic> all(short replicationFactor) {
        var topics = new ArrayList<NewTopic>();
        for (var service : JournalService.values()) {
            topics.add(kept(service.topic(), RETENTION, replicationFactor, Map.of()));
            topics.add(
                    kept(
                            service.deadLetterTopic(),
                            DEAD_LETTER_RETENTION,
                            replicationFactor,
                            Map.of("max.message.bytes", "" + DEAD_LETTER_MAX_BYTES)));
        }
        topics.add(
                new NewTopic(STANDINGS, PARTITIONS, replicationFactor)
                        .configs(Map.of("cleanup.policy", "compact")));
        return topics;
    }

    private static NewTopic kept(
            String name, Duration time, short replicationFactor, Map<String, String> more) {
        var configs = new HashMap<>(more);
        configs.put("cleanup.policy", "delete");
        configs.put("retention.ms", Long.toString(time.toMillis()));
        return new NewTopic(name, PARTITIONS, replicationFactor).configs(configs);
    }
}
