package org.commonweal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replication slot: the one place where the relay's position is kept. */
final class Slot {

    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

    private final DatabaseProperties database;
    private final String name;

    Slot(DatabaseProperties database, String name) {
        this.database = database;
        this.name = name;
    }

    /**
     * How the slot stands.
     *
     * @param heldBy process of the server that reads from it, or null when nobody does
     * @param lost the server has removed log that nobody had read, see max_slot_wal_keep_size
     * @param lagBytes log that was written and not yet confirmed
     * @param retainedBytes log that the server keeps on its disk for it
     */
    record Condition(@Nullable Integer heldBy, boolean lost, long lagBytes, long retainedBytes) {}

    @Nullable Condition condition() throws SQLException {
        try (var connection = database.connect()) {
            return condition(connection);
        }
    }

    /** True when it had to be made: then what is in the journals may never have been sent. */
    boolean ensure() throws SQLException {
        try (var connection = database.connect()) {
            var condition = condition(connection);
            if (condition != null && condition.lost()) {
                LOG.error("the slot lost its position slot={}; it is made anew", name);
                call(connection, "SELECT pg_drop_replication_slot(?)");
                condition = null;
            }
            if (condition != null) {
                return false;
            }
            // Kept on a standby, too, where the operator has configured that.
            call(
                    connection,
                    "SELECT pg_create_logical_replication_slot(?, 'pgoutput', failover => true)");
            return true;
        }
    }

    private @Nullable Condition condition(Connection connection) throws SQLException {
        try (var query =
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
                    return null;
                }
                var heldBy = row.getInt(1);
                return new Condition(
                        row.wasNull() ? null : heldBy,
                        row.getBoolean(2),
                        row.getLong(3),
                        row.getLong(4));
            }
        }
    }

    private void call(Connection connection, String function) throws SQLException {
        try (var statement = connection.prepareStatement(function)) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
