package org.commonweal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What the end of the topics tells of what was published.
 *
 * @param pulses when the pulses at the end of one partition were sent, the newest first
 * @param last the last fact of each partition
 */
record Published(List<Instant> pulses, List<Fact> last) {

    /** Transactions are seconds long and clocks of hosts seconds apart: more than both. */
    static final Duration MARGIN = Duration.ofMinutes(15);

    private static final int TAIL = 4 * JournalTask.BATCH_MAX;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    record Fact(JournalService service, UUID alliance, UUID id) {}

    Published {
        pulses = List.copyOf(pulses);
        last = List.copyOf(last);
    }

    /**
     * Every fact that is older than this has been published.
     *
     * <p>Why: a batch goes out when the one before it is acknowledged whole. So whatever the log
     * holds before the first record that is missing is there, and of what follows at most one batch
     * is, in parts. A pulse is a record of the log that only the reader of the log sends: of the
     * pulses that have arrived at most a batch's number lies behind the first missing record.
     */
    Instant wholeUntil() {
        return pulses.size() > JournalTask.BATCH_MAX
                ? pulses.get(JournalTask.BATCH_MAX).minus(MARGIN)
                : Instant.EPOCH;
    }

    /** Nothing was ever published. */
    boolean isEmpty() {
        return pulses.isEmpty() && last.isEmpty();
    }

    static Published in(BrokerProperties brokers) {
        var settings =
                brokers.client(
                        Map.of(
                                "allow.auto.create.topics", "false",
                                "reconnect.backoff.max.ms", "1000"));
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return read(consumer);
        }
    }

    private static Published read(KafkaConsumer<String, byte[]> consumer) {
        var all =
                Arrays.stream(JournalService.values())
                        .flatMap(service ->
                                IntStream.range(0, Topics.PARTITIONS)
                                        .mapToObj(n -> new TopicPartition(service.topic(), n)))
                        .toList();
        consumer.assign(all);
        var ends = consumer.endOffsets(all);
        var firsts = consumer.beginningOffsets(all);
        ends.forEach((one, end) ->
                consumer.seek(one, Math.max(firsts.getOrDefault(one, 0L), end - TAIL)));
        var pulses = new HashMap<String, Instant>();
        var last = new HashMap<TopicPartition, Fact>();
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the broker does not give what its topics hold");
            }
            consumer.poll(POLL).forEach(entry -> take(entry, pulses, last));
        }
        return new Published(
                pulses.values().stream().sorted(Comparator.reverseOrder()).toList(),
                List.copyOf(last.values()));
    }

    /** A pulse goes to every partition: of one of them all are known. */
    private static void take(
            ConsumerRecord<String, byte[]> entry,
            Map<String, Instant> pulses,
            Map<TopicPartition, Fact> last) {
        if (!Pulse.TYPE.equals(header(entry, "ce_type"))) {
            var partition = new TopicPartition(entry.topic(), entry.partition());
            fact(entry).ifPresent(fact -> last.put(partition, fact));
        } else if (entry.partition() == 0) {
            var id = String.valueOf(header(entry, "ce_id"));
            pulses.put(id, Instant.ofEpochMilli(entry.timestamp()));
        }
    }

    private static Optional<Fact> fact(ConsumerRecord<String, byte[]> entry) {
        var id = header(entry, "ce_id");
        var alliance = header(entry, "cw_alliance");
        return id == null || alliance == null
                ? Optional.empty()
                : JournalService.ofType(String.valueOf(header(entry, "ce_type")))
                        .map(service ->
                                new Fact(service, UUID.fromString(alliance), UUID.fromString(id)));
    }

    private static @Nullable String header(ConsumerRecord<?, ?> entry, String name) {
        var header = entry.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
