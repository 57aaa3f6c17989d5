package org.commonweal.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact of another service as it arrives: CloudEvents headers (binary mode) and a JSON payload.
 */
public record Event(
        UUID id,
        String type,
        UUID alliance,
        UUID subject,
        long version,
        @Nullable UUID actor,
        @Nullable UUID organization,
        Audience audience,
        Instant at,
        JsonNode payload) {

    static Event of(ConsumerRecord<String, byte[]> entry, JsonMapper json) {
        var headers = entry.headers();
        return new Event(
                UUID.fromString(required(headers, "ce_id")),
                required(headers, "ce_type"),
                UUID.fromString(required(headers, "cw_alliance")),
                UUID.fromString(required(headers, "ce_subject")),
                Long.parseLong(required(headers, "cw_version")),
                uuid(headers, "cw_actor"),
                uuid(headers, "cw_organization"),
                json.readValue(required(headers, "cw_audience"), Audience.class),
                Instant.parse(required(headers, "ce_time")),
                json.readTree(entry.value()));
    }

    /** The type of a record, or the empty string when it has none. */
    static String typeOf(ConsumerRecord<?, ?> entry) {
        var type = text(entry.headers(), "ce_type");
        return type == null ? "" : type;
    }

    private static String required(Headers headers, String name) {
        var value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("the record has no header " + name);
        }
        return value;
    }

    private static @Nullable UUID uuid(Headers headers, String name) {
        var value = text(headers, name);
        return value == null ? null : UUID.fromString(value);
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
