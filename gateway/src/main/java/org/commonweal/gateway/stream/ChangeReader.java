package org.commonweal.gateway.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings what is in Kafka into the live stream: all standings first, then the kept past, then news.
 */
@Component
class ChangeReader {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeReader.class);
    private static final Duration WAIT_MAX = Duration.ofMillis(500);
    private static final Duration ASK_MAX = Duration.ofSeconds(10);

    private final StreamProperties properties;
    private final RecordReader records;
    private final LiveStream live;
    private final Clock clock;

    /** Set while the past is read; only the feed's thread comes here. */
    private Sources sources = new Sources(List.of(), 1);

    ChangeReader(StreamProperties properties, RecordReader records, LiveStream live, Clock clock) {
        this.properties = properties;
        this.records = records;
        this.live = live;
        this.clock = clock;
    }

    void readPast(Consumer<byte[], byte[]> consumer) {
        live.forget();
        List<TopicPartition> standings = partitions(consumer, properties.standingsTopic());
        sources = new Sources(properties.topics(), standings.size());
        consumer.assign(standings);
        consumer.seekToBeginning(standings);
        readTo(consumer, consumer.endOffsets(standings, ASK_MAX));

        List<TopicPartition> events = sources.all();
        Map<TopicPartition, Long> ends = consumer.endOffsets(events, ASK_MAX);
        Map<TopicPartition, Long> starts = starts(consumer, ends);
        long[] position = new long[sources.count()];
        starts.forEach((partition, offset) -> position[sources.number(partition)] = offset);
        live.startAt(sources, new Position(position));
        List<TopicPartition> all = new ArrayList<>(standings);
        all.addAll(events);
        consumer.assign(all);
        starts.forEach(consumer::seek);
        readTo(consumer, ends);
        live.tellFromNow();
        LOG.info("live stream is up to date partitions={}", all.size());
    }

    void readNext(Consumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(WAIT_MAX);
        // Standings first: who has lost theirs hears nothing more of what came with it.
        for (TopicPartition partition : batch.partitions()) {
            if (isStandings(partition)) {
                batch.records(partition).forEach(this::stands);
            }
        }
        for (TopicPartition partition : batch.partitions()) {
            if (!isStandings(partition)) {
                batch.records(partition).forEach(this::arrived);
            }
        }
    }

    private void readTo(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey(), ASK_MAX) < end.getValue())) {
            readNext(consumer);
        }
    }

    /**
     * The first record within the time kept, but never more than the reload limit before the end.
     */
    private Map<TopicPartition, Long> starts(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        long since = clock.instant().minus(properties.keptFor()).toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, since));
        Map<TopicPartition, OffsetAndTimestamp> inTime = consumer.offsetsForTimes(times, ASK_MAX);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet(), ASK_MAX);
        Map<TopicPartition, Long> starts = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = inTime.get(partition);
            long start = first == null ? end : first.offset();
            start = Math.max(start, end - properties.reloadMaxPerPartition());
            start = Math.max(start, beginnings.getOrDefault(partition, 0L));
            starts.put(partition, start);
        });
        return starts;
    }

    /** Fails while a topic is missing, and is asked again. */
    private static List<TopicPartition> partitions(
            Consumer<byte[], byte[]> consumer, String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic, ASK_MAX);
        if (known == null || known.isEmpty()) {
            throw new IllegalStateException("no topic " + topic + " yet");
        }
        return known.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    }

    private boolean isStandings(TopicPartition partition) {
        return partition.topic().equals(properties.standingsTopic());
    }

    private void stands(ConsumerRecord<byte[], byte[]> record) {
        try {
            RecordReader.StandingKey key = records.standingKey(record);
            if (record.value() == null) {
                live.forgotten(key);
            } else {
                live.stands(key, records.standing(record));
            }
        } catch (RuntimeException unreadable) {
            told(record, unreadable);
        }
    }

    private void arrived(ConsumerRecord<byte[], byte[]> record) {
        int source = sources.number(new TopicPartition(record.topic(), record.partition()));
        Change change = null;
        try {
            change = records.change(record);
        } catch (RuntimeException unreadable) {
            told(record, unreadable);
        }
        live.arrived(source, record.offset(), change);
    }

    /**
     * A record that nobody can read must not stop the stream; its services keep it as dead letter.
     */
    private static void told(ConsumerRecord<byte[], byte[]> record, RuntimeException cause) {
        LOG.error(
                "unreadable record topic={} partition={} offset={} cause={}",
                record.topic(),
                record.partition(),
                record.offset(),
                cause.toString());
    }
}
