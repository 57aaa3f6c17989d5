package org.commonweal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Utils;

/** The topics of the platform: the same number of partitions everywhere, never changed. */
final class Topics {

    static final int PARTITIONS = 12;
    static final String STANDINGS = "commonweal.standings";

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(365);
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
        try {
            var existing = admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            var missing =
                    all(replicationFactor).stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topics could not be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
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
