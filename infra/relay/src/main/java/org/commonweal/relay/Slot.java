package org.commonweal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The replication slot: the one place where the relay's position is kept. That it exists says that
 * everything before it has been published.
 */
final class Slot {

    private static final String DROP =
            "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                    + " WHERE slot_name = ?";

    private final DatabaseProperties database;
    private final String name;

    Slot(DatabaseProperties database, String name) {
        this.database = database;
        this.name = name;
    }

    /** Whether the position can be read on from. */
    enum State {
        WHOLE,
        MISSING,
        /** The server has removed log that nobody had read, see max_slot_wal_keep_size. */
        LOST
    }

    /**
     * How the slot stands.
     *
     * @param heldBy process of the server that reads from it, or null when nobody does
     * @param lagBytes log that was written and not yet confirmed
     * @param retainedBytes log that the server keeps on its disk for it
     */
    record Condition(State state, @Nullable Integer heldBy, long lagBytes, long retainedBytes) {

        boolean isWhole() {
            return state == State.WHOLE;
        }
    }

    String name() {
        return name;
    }

    Condition condition() throws SQLException {
        try (var connection = database.connect();
                var query =
                        connection.prepareStatement(
                                """
                                SELECT active_pid, wal_status IS NOT DISTINCT FROM 'lost',
                                       coalesce(pg_wal_lsn_diff(
                                           pg_current_wal_lsn(), confirmed_flush_lsn), 0)::bigint,
                                       coalesce(pg_wal_lsn_diff(
                                           pg_current_wal_lsn(), restart_lsn), 0)::bigint
                                FROM pg_replication_slots WHERE slot_name = ?
                                """)) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return new Condition(State.MISSING, null, SlotLag.UNKNOWN, SlotLag.UNKNOWN);
                }
                return new Condition(
                        row.getBoolean(2) ? State.LOST : State.WHOLE,
                        row.getObject(1, Integer.class),
                        row.getLong(3),
                        row.getLong(4));
            }
        }
    }

    /**
     * From here on the server keeps its log; the slot itself is made of this by {@link #complete}.
     */
    void begin() throws SQLException {
        try (var connection = database.connect()) {
            call(connection, DROP, next());
            call(connection, "SELECT pg_create_logical_replication_slot(?, 'pgoutput')", next());
        }
    }

    /** Everything before {@link #begin} has been published. */
    void complete() throws SQLException {
        try (var connection = database.connect()) {
            call(connection, DROP, name);
            call(connection, "SELECT pg_copy_logical_replication_slot(?, ?)", next(), name);
        }
    }

    /** What is left to do after {@link #complete}; repeating it changes nothing. */
    void settle() throws SQLException {
        try (var connection = database.connect()) {
            call(connection, DROP, next());
            if (isKeptOnStandby(connection)) {
                return;
            }
        }
        // Where the operator has configured that; a copy is not at first.
        var replication = new Properties();
        replication.put("replication", "database");
        replication.put("preferQueryMode", "simple");
        replication.put("assumeMinServerVersion", "18");
        try (var connection = database.connect(replication);
                var statement = connection.createStatement()) {
            statement.execute("ALTER_REPLICATION_SLOT " + name + " ( FAILOVER true )");
        }
    }

    private boolean isKeptOnStandby(Connection connection) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT FROM pg_replication_slots WHERE slot_name = ? AND failover")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private String next() {
        return name + "_next";
    }

    private static void call(Connection connection, String function, String... slots)
            throws SQLException {
        try (var statement = connection.prepareStatement(function)) {
            for (var slot = 0; slot < slots.length; slot++) {
                statement.setString(slot + 1, slots[slot]);
            }
            statement.execute();
        }
    }
}
