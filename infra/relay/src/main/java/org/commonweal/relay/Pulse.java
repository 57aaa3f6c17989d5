package org.commonweal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.postgresql.replication.LogSequenceNumber;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sign of life of membership-service: whoever reads it has read all facts before it. It goes to
 * every partition, because a consumer may have only some of them.
 */
record Pulse(Instant at, String content) {

    static final String PREFIX = "commonweal.pulse";

    static final String TYPE = "membership.pulse.v1";
    private static final String KEY = "pulse";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The service's message, with the position in the log at which it was written. */
    static Pulse of(byte[] message, long lsn) {
        if (!(JSON.readTree(message) instanceof ObjectNode pulse)) {
            throw new IllegalArgumentException("a pulse must be a JSON object");
        }
        var at = Instant.parse(pulse.path("at").asString());
        pulse.put("lsn", LogSequenceNumber.valueOf(lsn).asString());
        return new Pulse(at, pulse.toString());
    }

    List<ProducerRecord<String, byte[]>> records() {
        var headers = new RecordHeaders();
        headers.add("ce_id", id().toString().getBytes(UTF_8));
        headers.add("ce_type", TYPE.getBytes(UTF_8));
        headers.add("ce_source", "/commonweal/membership".getBytes(UTF_8));
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("ce_time", at.toString().getBytes(UTF_8));
        var value = content.getBytes(UTF_8);
        // The record's own time is the pulse's: a late pulse must not look fresh.
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> record(partition, value, headers))
                .toList();
    }

    private ProducerRecord<String, byte[]> record(
            int partition, byte[] value, RecordHeaders headers) {
        var topic = JournalService.MEMBERSHIP.topic();
        return new ProducerRecord<>(topic, partition, at.toEpochMilli(), KEY, value, headers);
    }

    /** The same for the same pulse, so that a repetition shows. */
    private UUID id() {
        return UUID.nameUUIDFromBytes(content.getBytes(UTF_8));
    }
}
