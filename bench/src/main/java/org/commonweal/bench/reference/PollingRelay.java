package org.commonweal.bench.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.commonweal.bench.stack.Database;

/**
 * What most outboxes have: the table is asked every 100 ms for what is new, and that is published.
 * Its reader only notes the moment; ours also keeps what it heard, so this side does less.
 */
public final class PollingRelay implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final int BATCH = 5_000;

    private final Database database;
    private final Topic topic;
    private final Map<UUID, Instant> heard = new ConcurrentHashMap<>();
    private final Set<UUID> sent = new HashSet<>();
    private final Thread thread;
    private volatile boolean closed;

    private PollingRelay(Database database, String servers) {
        this.database = database;
        this.topic =
                Topic.open(
                        "bench-polled",
                        servers,
                        event -> heard.put(UUID.fromString(event.key()), Instant.now()));
        this.thread = Thread.ofPlatform().daemon().start(this::relay);
    }

    public static PollingRelay start(Database database, String servers) {
        return new PollingRelay(database, servers);
    }

    /** When each fact was heard, by its id. */
    public Map<UUID, Instant> heard() {
        return Map.copyOf(heard);
    }

    private void relay() {
        try (var connection = database.connect();
                var query = query(connection)) {
            while (!closed) {
                var next = System.nanoTime() + INTERVAL.toNanos();
                publish(query);
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement query(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "SELECT id, payload FROM contribution.journal WHERE id > ? ORDER BY id LIMIT "
                        + BATCH);
    }

    /** Ids are of their makers' clocks: what commits late lies among what was sent already. */
    private void publish(PreparedStatement query) throws SQLException {
        query.setObject(1, new UUID(Instant.now().minus(LATE).toEpochMilli() << 16, 0));
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                if (sent.add(id)) {
                    topic.producer()
                            .send(
                                    new ProducerRecord<>(
                                            topic.name(),
                                            id.toString(),
                                            rows.getString(2).getBytes(UTF_8)));
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        topic.close();
    }
}
