package org.commonweal.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * The partitions that the stream is read from, numbered; all topics have the same number of them.
 */
record Sources(List<String> topics, int partitions) {

    Sources {
        topics = List.copyOf(topics);
    }

    int count() {
        return topics.size() * partitions;
    }

    int number(TopicPartition partition) {
        return topics.indexOf(partition.topic()) * partitions + partition.partition();
    }

    List<TopicPartition> all() {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : topics) {
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(topic, partition));
            }
        }
        return all;
    }

    /** Where facts of these alliances are: Kafka's own partitioner on the alliance's id. */
    Set<Integer> of(Set<UUID> alliances) {
        Set<Integer> sources = new HashSet<>();
        for (UUID alliance : alliances) {
            byte[] key = alliance.toString().getBytes(StandardCharsets.UTF_8);
            int partition = Utils.toPositive(Utils.murmur2(key)) % partitions;
            for (int topic = 0; topic < topics.size(); topic++) {
                sources.add(topic * partitions + partition);
            }
        }
        return sources;
    }
}
