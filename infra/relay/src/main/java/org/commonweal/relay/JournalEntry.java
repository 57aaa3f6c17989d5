package org.commonweal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** One row of a journal, and the Kafka records that tell it: a CloudEvent in binary mode. */
record JournalEntry(
        UUID alliance,
        UUID id,
        String type,
        UUID subject,
        long version,
        @Nullable UUID actor,
        @Nullable UUID organization,
        String audience,
        Instant at,
        String payload,
        @Nullable String traceparent) {

    private static final String STANDING_CHANGED = "membership.standing-changed.";

    /** The same entry, told as part of another span. */
    JournalEntry in(@Nullable String otherTraceparent) {
        return new JournalEntry(
                alliance,
                id,
                type,
                subject,
                version,
                actor,
                organization,
                audience,
                at,
                payload,
                otherTraceparent);
    }

    /** For its service's topic, and a standing also for the compacted topic of standings. */
    List<ProducerRecord<String, byte[]>> records(boolean replay) {
        var service = JournalService.ofType(type).orElseThrow();
        var headers = headers(service, replay);
        var fact = record(service.topic(), alliance.toString(), headers);
        return type.startsWith(STANDING_CHANGED)
                ? List.of(fact, record(Topics.STANDINGS, alliance + "/" + subject, headers))
                : List.of(fact);
    }

    private ProducerRecord<String, byte[]> record(String topic, String key, RecordHeaders headers) {
        var partition = Topics.partitionOf(alliance);
        return new ProducerRecord<>(topic, partition, null, key, payload.getBytes(UTF_8), headers);
    }

    private RecordHeaders headers(JournalService service, boolean replay) {
        var headers = new RecordHeaders();
        add(headers, "ce_id", id);
        add(headers, "ce_type", type);
        add(headers, "ce_source", "/commonweal/" + service.word());
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_time", at);
        add(headers, "ce_subject", subject);
        add(headers, "cw_alliance", alliance);
        add(headers, "cw_version", version);
        add(headers, "cw_actor", actor);
        add(headers, "cw_organization", organization);
        add(headers, "cw_audience", audience);
        add(headers, "traceparent", traceparent);
        add(headers, "cw_replay", replay ? "true" : null);
        return headers;
    }

    private static void add(RecordHeaders headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, value.toString().getBytes(UTF_8));
        }
    }
}
