package org.commonweal.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

    /** As much as a record can hold: the broker's own limit. */
    private static final int PAYLOAD_MAX_BYTES = 1 << 20;

    /** Fails on whatever is not an event, so that it is set aside at once. */
    static Event of(ConsumerRecord<String, byte[]> entry) {
        var headers = entry.headers();
        var alliance = required(headers, "cw_alliance");
        if (!alliance.equals(entry.key())) {
            throw new IllegalArgumentException("the record's key is not its alliance");
        }
        return new Event(
                UUID.fromString(required(headers, "ce_id")),
                required(headers, "ce_type"),
                UUID.fromString(alliance),
                UUID.fromString(required(headers, "ce_subject")),
                Long.parseLong(required(headers, "cw_version")),
                uuid(headers, "cw_actor"),
                uuid(headers, "cw_organization"),
                PayloadReader.JSON.readValue(required(headers, "cw_audience"), Audience.class),
                Instant.parse(required(headers, "ce_time")),
                payload(entry.value()));
    }

    /**
     * The payload as a consumer's own record: what it does not name is overlooked, what it names
     * must be there unless it is {@code @Nullable}.
     */
    public <T extends Record> T as(Class<T> record) {
        return PayloadReader.JSON.treeToValue(payload, record);
    }

    /** The type of a record, or the empty string when it has none. */
    static String typeOf(ConsumerRecord<?, ?> entry) {
        var type = text(entry.headers(), "ce_type");
        return type == null ? "" : type;
    }

    private static JsonNode payload(byte @Nullable [] value) {
        if (value == null || value.length > PAYLOAD_MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the record has no payload, or one of more than 1 MiB");
        }
        var payload = PayloadReader.JSON.readTree(value);
        if (!payload.isObject()) {
            throw new IllegalArgumentException("the payload is no JSON object");
        }
        return payload;
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
