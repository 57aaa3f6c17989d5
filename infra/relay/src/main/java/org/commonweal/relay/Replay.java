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
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes a journal again from its table. Read models are rebuilt by it; and it makes good what a
 * lost slot did not send. Of the standings only the newest of each place goes to their compacted
 * topic: an older one must not stand there for a while.
 */
final class Replay {

    private static final int BATCH = 500;

    private static final String COLUMNS =
            """
            alliance_id, id, type, subject, version, actor, organization,
            audience::text, at, payload::text, traceparent\
            """;

    private static final String STANDINGS =
            """
            SELECT DISTINCT ON (alliance_id, subject) %s
            FROM membership.journal WHERE type LIKE 'membership.standing-changed.%%'
            ORDER BY alliance_id, subject, version DESC
            """
                    .formatted(COLUMNS);

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
        return run(service, from, Instant.MAX);
    }

    /** The same, where only what is older than {@code news} is marked as a replay. */
    long run(JournalService service, Instant from, Instant news) {
        try (var connection = database.connect();
                var publisher = publishers.get()) {
            var sent = send(connection, publisher, service, from, entry -> fact(entry, news));
            if (service == JournalService.MEMBERSHIP) {
                try (var newest = connection.prepareStatement(STANDINGS)) {
                    send(newest, publisher, this::standing);
                }
            }
            return sent;
        } catch (SQLException e) {
            throw unreadable(service, e);
        } catch (InterruptedException e) {
            throw interrupted(service, e);
        }
    }

    /** The whole journal, to another topic alone, marked as a replay. */
    long run(JournalService service, String topic) {
        try (var connection = database.connect();
                var publisher = publishers.get()) {
            return send(
                    connection,
                    publisher,
                    service,
                    Instant.EPOCH,
                    entry ->
                            fact(entry, Instant.MAX).stream()
                                    .map(record -> to(topic, record))
                                    .toList());
        } catch (SQLException e) {
            throw unreadable(service, e);
        } catch (InterruptedException e) {
            throw interrupted(service, e);
        }
    }

    private List<ProducerRecord<String, byte[]>> fact(JournalEntry entry, Instant news) {
        return admission.records(entry, entry.at().isBefore(news)).stream().limit(1).toList();
    }

    private List<ProducerRecord<String, byte[]>> standing(JournalEntry entry) {
        return admission.records(entry, true).stream().skip(1).toList();
    }

    private static ProducerRecord<String, byte[]> to(
            String topic, ProducerRecord<String, byte[]> fact) {
        return new ProducerRecord<>(
                topic, fact.partition(), null, fact.key(), fact.value(), fact.headers());
    }

    private static IllegalStateException unreadable(JournalService service, SQLException e) {
        return new IllegalStateException("the journal cannot be read: " + service.word(), e);
    }

    private static IllegalStateException interrupted(
            JournalService service, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while replaying " + service.word(), e);
    }

    private static long send(
            Connection connection,
            Publisher publisher,
            JournalService service,
            Instant from,
            Function<JournalEntry, List<ProducerRecord<String, byte[]>>> records)
            throws SQLException, InterruptedException {
        // A cursor exists only inside a transaction; without one all rows would come at once.
        connection.setAutoCommit(false);
        try (var query = connection.prepareStatement(journal(service))) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            return send(query, publisher, records);
        }
    }

    private static long send(
            PreparedStatement query,
            Publisher publisher,
            Function<JournalEntry, List<ProducerRecord<String, byte[]>>> records)
            throws SQLException, InterruptedException {
        long sent = 0;
        query.setFetchSize(BATCH);
        var batch = new ArrayList<ProducerRecord<String, byte[]>>(BATCH);
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                var of = records.apply(entry(rows));
                batch.addAll(of);
                sent += of.size();
                if (batch.size() >= BATCH) {
                    publisher.publish(batch);
                    batch.clear();
                }
            }
        }
        publisher.publish(batch);
        return sent;
    }

    /** By time within an alliance: command ids come from clients, those of imports are hashes. */
    private static String journal(JournalService service) {
        return """
        SELECT %s FROM %s.journal WHERE at >= ? ORDER BY alliance_id, at, id
        """
                .formatted(COLUMNS, service.word());
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
