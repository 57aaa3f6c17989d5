package org.commonweal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes all journals again to a topic that one service alone reads: from it that service builds
 * its read models anew, and nobody else is disturbed.
 *
 * <p>Each partition ends with a record that says how far into the topics of the services it
 * reaches: whoever has read it goes on there, without a gap. Without that record a replay is not
 * whole.
 */
final class PrivateReplay {

    static final String END = "commonweal.replay-end";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<Admin> admins;
    private final Supplier<Publisher> publishers;
    private final Replay replay;
    private final short replicationFactor;

    PrivateReplay(
            Supplier<Admin> admins,
            Supplier<Publisher> publishers,
            Replay replay,
            short replicationFactor) {
        this.admins = admins;
        this.publishers = publishers;
        this.replay = replay;
        this.replicationFactor = replicationFactor;
    }

    /** Returns how many journal entries were sent; what an earlier replay had sent is removed. */
    long run(JournalService reader) {
        try (var admin = admins.get();
                var publisher = publishers.get()) {
            Topics.ensureEmpty(admin, reader.replayTopic(), replicationFactor);
            // Before the journals are read: what lies before these ends has been committed there.
            var ends = Topics.ends(admin);
            long sent = 0;
            for (var service : JournalService.values()) {
                sent += replay.run(service, reader.replayTopic());
            }
            publisher.publish(endsOf(reader.replayTopic(), ends));
            return sent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replaying", e);
        }
    }

    private static List<ProducerRecord<String, byte[]>> endsOf(
            String topic, Map<TopicPartition, Long> ends) {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> end(topic, partition, ends))
                .toList();
    }

    private static ProducerRecord<String, byte[]> end(
            String topic, int partition, Map<TopicPartition, Long> ends) {
        var headers = new RecordHeaders();
        headers.add("ce_type", END.getBytes(UTF_8));
        var reached =
                ends.keySet().stream()
                        .filter(source -> source.partition() == partition)
                        .collect(
                                Collectors.toMap(
                                        TopicPartition::topic,
                                        ends::get,
                                        (one, _) -> one,
                                        TreeMap::new));
        return new ProducerRecord<>(
                topic, partition, null, "end", JSON.writeValueAsBytes(reached), headers);
    }
}
