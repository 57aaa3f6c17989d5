package org.commonweal.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes a journal again from its table, marked as a replay. Read models are rebuilt by it; and
 * it makes good what a lost slot did not send.
 */
final class Replay {

    private static final int BATCH = 500;

    private final DatabaseProperties database;
    private final Supplier<Publisher> publishers;
    private final Admission admission;

    Replay(DatabaseProperties database, Supplier<Publisher> publishers, Admission admission) {
        this.database = database;
        this.publishers = publishers;
        this.admission = admission;
    }

    /** To the topics that everybody reads; returns how many journal entries were sent. */
    long run(JournalService service, Instant from) {
        return run(service, from, UnaryOperator.identity());
    }

    /** The whole journal, to another topic alone. */
    long run(JournalService service, String topic) {
        return run(service, Instant.EPOCH, records -> List.of(to(topic, records.getFirst())));
    }

    private static ProducerRecord<String, byte[]> to(
            String topic, ProducerRecord<String, byte[]> fact) {
        return new ProducerRecord<>(
                topic, fact.partition(), null, fact.key(), fact.value(), fact.headers());
    }

    private long run(
            JournalService service,
            Instant from,
            UnaryOperator<List<ProducerRecord<String, byte[]>>> address) {
        try (var connection = database.connect();
                var publisher = publishers.get()) {
            return run(connection, publisher, service, from, address);
        } catch (SQLException e) {
            throw new IllegalStateException("the journal cannot be read: " + service.word(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replaying " + service.word(), e);
        }
    }

    private long run(
            Connection connection,
            Publisher publisher,
            JournalService service,
            Instant from,
            UnaryOperator<List<ProducerRecord<String, byte[]>>> address)
            throws SQLException, InterruptedException {
        long sent = 0;
        try (var query = read(connection, service, from)) {
            var batch = new ArrayList<ProducerRecord<String, byte[]>>(BATCH);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var records = admission.records(entry(rows), true);
                    if (!records.isEmpty()) {
                        batch.addAll(address.apply(records));
                        sent++;
                    }
                    if (batch.size() >= BATCH) {
                        publisher.publish(batch);
                        batch.clear();
                    }
                }
            }
            publisher.publish(batch);
        }
        return sent;
    }

    private static PreparedStatement read(
            Connection connection, JournalService service, Instant from) throws SQLException {
        // A cursor exists only inside a transaction; without one all rows would come at once.
        connection.setAutoCommit(false);
        var query = connection.prepareStatement(journal(service));
        query.setFetchSize(BATCH);
        query.setObject(1, from.atOffset(ZoneOffset.UTC));
        return query;
    }

    /** By time within an alliance: command ids come from clients, those of imports are hashes. */
    private static String journal(JournalService service) {
        return """
        SELECT alliance_id, id, type, subject, version, actor, organization,
               audience::text, at, payload::text, traceparent
        FROM %s.journal WHERE at >= ? ORDER BY alliance_id, at, id
        """
                .formatted(service.word());
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10),
                row.getString(11));
    }
}
