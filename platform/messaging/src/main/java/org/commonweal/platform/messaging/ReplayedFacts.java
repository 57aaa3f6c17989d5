package org.commonweal.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.JsonNode;

/**
 * All facts, as the relay has published them again for one service alone. Each partition ends with
 * a record that says how far into the topics it reaches.
 */
final class ReplayedFacts implements AutoCloseable {

    private static final String END = "commonweal.replay-end";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;

    ReplayedFacts(ConsumerFactory<String, byte[]> consumers, String service) {
        var topic = topicOf(service);
        this.consumer = consumers.createConsumer();
        this.partitions =
                IntStream.range(0, Freshness.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        consumer.assign(partitions);
        this.ends = consumer.endOffsets(partitions);
    }

    /**
     * Where in each topic the service must go on.
     *
     * @throws Rebuild.RefusedException when the replay is not whole, or so old that what came since
     *     is not kept any more
     */
    Map<TopicPartition, Long> reached(List<String> topics) {
        var reached = new HashMap<TopicPartition, Long>();
        partitions.forEach(one -> consumer.seek(one, Math.max(0, end(one) - 1)));
        read(batch ->
                batch.stream()
                        .filter(ReplayedFacts::isEnd)
                        .forEach(end -> {
                            var offsets = PayloadReader.JSON.readTree(end.value());
                            topics.forEach(topic ->
                                    reached.put(
                                            new TopicPartition(topic, end.partition()),
                                            offset(offsets, topic)));
                        }));
        if (reached.size() != topics.size() * partitions.size()) {
            throw notWhole();
        }
        var kept = consumer.beginningOffsets(reached.keySet());
        if (reached.entrySet().stream()
                .anyMatch(one -> one.getValue() < kept.getOrDefault(one.getKey(), 0L))) {
            throw new Rebuild.RefusedException("the replay is too old: let the relay run again");
        }
        return reached;
    }

    static String topicOf(String service) {
        return "commonweal.replay." + service;
    }

    static Rebuild.RefusedException notWhole() {
        return new Rebuild.RefusedException(
                "there is no whole replay: let the relay run with --replay-for first");
    }

    private static long offset(JsonNode offsets, String topic) {
        return offsets.path(topic).asLong(-1);
    }

    /** Hands all facts over in their order; returns how many there were. */
    long handOver(Consumer<List<ConsumerRecord<String, byte[]>>> taker) {
        consumer.seekToBeginning(partitions);
        var count = new long[1];
        read(batch -> {
            var facts = batch.stream().filter(entry -> !isEnd(entry)).toList();
            if (!facts.isEmpty()) {
                taker.accept(facts);
            }
            count[0] += facts.size();
        });
        return count[0];
    }

    private void read(Consumer<List<ConsumerRecord<String, byte[]>>> taker) {
        while (partitions.stream().anyMatch(one -> consumer.position(one) < end(one))) {
            taker.accept(StreamSupport.stream(consumer.poll(POLL).spliterator(), false).toList());
        }
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static boolean isEnd(ConsumerRecord<String, byte[]> entry) {
        return Event.typeOf(entry).equals(END);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
