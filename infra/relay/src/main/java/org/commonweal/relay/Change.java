package org.commonweal.relay;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** What one record of the log means to us. */
sealed interface Change {

    /** A fact, as the outbox event router left it. */
    record Fact(JournalEntry entry) implements Change {}

    /** A message that left no row. */
    record Beat(Pulse pulse) implements Change {}

    /** Only a position: the engine's own heartbeat. */
    record Position() implements Change {}

    static Change of(SourceRecord record) {
        if (record.topic().endsWith(".message")) {
            return new Beat(pulse((Struct) record.value()));
        }
        if (record.topic().startsWith("__debezium-heartbeat")) {
            return new Position();
        }
        return new Fact(entry(record));
    }

    private static Pulse pulse(Struct value) {
        var content = (ByteBuffer) value.getStruct("message").get("content");
        var bytes = new byte[content.remaining()];
        content.get(bytes);
        return Pulse.of(bytes, value.getStruct("source").getInt64("lsn"));
    }

    private static JournalEntry entry(SourceRecord record) {
        return new JournalEntry(
                UUID.fromString(required(record, "cw_alliance")),
                UUID.fromString(required(record, "id")),
                required(record, "ce_type"),
                UUID.fromString(required(record, "ce_subject")),
                Long.parseLong(required(record, "cw_version")),
                uuid(record, "cw_actor"),
                uuid(record, "cw_organization"),
                required(record, "cw_audience"),
                Instant.parse(required(record, "ce_time")),
                (String) record.value(),
                text(record, "traceparent"));
    }

    private static @Nullable UUID uuid(SourceRecord record, String header) {
        var value = text(record, header);
        return value == null ? null : UUID.fromString(value);
    }

    private static String required(SourceRecord record, String header) {
        var value = text(record, header);
        if (value == null) {
            throw new IllegalArgumentException("the journal entry has no " + header);
        }
        return value;
    }

    private static @Nullable String text(SourceRecord record, String header) {
        var found = record.headers().lastWithName(header);
        return found == null || found.value() == null ? null : found.value().toString();
    }
}
