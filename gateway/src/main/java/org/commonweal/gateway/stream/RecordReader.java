package org.commonweal.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a Kafka record what the stream needs: of a fact its headers, of a standing all. */
@Component
class RecordReader {

    private static final String PULSE = "membership.pulse.v1";
    private static final String STANDING_CHANGED = "membership.standing-changed.v1";

    private final JsonMapper json;
    private final Map<String, String> kindsByType;

    RecordReader(JsonMapper json, StreamProperties properties) {
        this.json = json;
        kindsByType = properties.kindsByType();
    }

    /** The change that a record tells; nothing when it is not for the stream. */
    @Nullable Change change(ConsumerRecord<byte[], byte[]> record) {
        String type = header(record, "ce_type");
        if (type == null || !isTold(type) || header(record, "cw_replay") != null) {
            return null;
        }
        UUID subject = uuid(record, "ce_subject");
        // A type that is new here still has a place to look at: its service's own word for it.
        String kind = kindsByType.getOrDefault(type, type.substring(0, type.indexOf('.')));
        Pointer pointer =
                new Pointer(
                        uuid(record, "cw_alliance"),
                        type,
                        subject,
                        Instant.parse(required(record, "ce_time")),
                        new Pointer.Link(kind, subject));
        return new Change(pointer, Audience.of(json.readTree(required(record, "cw_audience"))));
    }

    StandingChanged standing(ConsumerRecord<byte[], byte[]> record) {
        return json.readValue(record.value(), StandingChanged.class);
    }

    /** Whose standing where, from its key `<alliance>/<subject>`. */
    StandingKey standingKey(ConsumerRecord<byte[], byte[]> record) {
        String[] parts = new String(record.key(), StandardCharsets.UTF_8).split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a standing's key is <alliance>/<subject>");
        }
        return new StandingKey(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
    }

    /** History has no live events, and standings and pulses are between services only. */
    private static boolean isTold(String type) {
        return !type.equals(PULSE)
                && !type.equals(STANDING_CHANGED)
                && !type.endsWith(".imported.v1")
                && !type.endsWith("-imported.v1")
                && type.indexOf('.') > 0;
    }

    private static UUID uuid(ConsumerRecord<byte[], byte[]> record, String name) {
        return UUID.fromString(required(record, name));
    }

    private static String required(ConsumerRecord<byte[], byte[]> record, String name) {
        String value = header(record, name);
        if (value == null) {
            throw new IllegalArgumentException("the record has no header " + name);
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** A place in an alliance: the person's at home, or a secondment's at a second firm. */
    record StandingKey(UUID alliance, UUID subject) {}
}
