package org.commonweal.platform.messaging;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of a service that hold nothing but what it has heard, so that they can be emptied and
 * built anew. Only the owner of the schema can empty them; the service's role cannot.
 *
 * <p>Own state may point at a copy by a foreign key. While the copy is built anew the key is not
 * enforced; enforcing it again makes the database prove that nothing is missing.
 */
final class ReadModels {

    /** What a service says and when it must act is never heard from others. */
    private static final Set<String> NEVER = Set.of("journal", "due", "clock", "pulse");

    private final List<String> rows;
    private final String schema;
    private final Owner owner;

    /** Who may change the schema. */
    record Owner(String url, String user, String password) {}

    ReadModels(MessagingProperties properties, Owner owner) {
        this.rows = properties.readModels();
        this.schema = properties.service();
        this.owner = owner;
        if (rows.isEmpty()) {
            throw new Rebuild.RefusedException(
                    schema
                            + "-service keeps nothing but its own state: there is nothing to build"
                            + " anew");
        }
        rows.stream()
                .map(ReadModels::table)
                .filter(ReadModels::isNever)
                .forEach(table -> {
                    throw new Rebuild.RefusedException(
                            table + " is own state and is never emptied");
                });
    }

    private static boolean isNever(String table) {
        return NEVER.contains(table) || table.startsWith("journal_");
    }

    /** All of them, or none when it fails; the service takes nothing in until {@link #open}. */
    void empty() {
        var unforced = new ArrayList<String>();
        var forced = new ArrayList<String>();
        for (var table : tables()) {
            unforced.add("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
            forced.add("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        }
        inOneTransaction(connection -> {
            execute(connection, unforced.stream());
            execute(connection, keys(connection).stream().map(key -> key + " NOT ENFORCED"));
            execute(connection, rows.stream().map(part -> "DELETE FROM " + part));
            execute(connection, Stream.of(RebuildMark.SET));
            execute(connection, forced.stream());
        });
    }

    /** Fails when own state points at something that has not come back. */
    void enforce() {
        inOneTransaction(connection -> {
            // Under its own policy the owner would see no row, and so no missing one.
            execute(connection, secured(connection, "NO FORCE"));
            execute(connection, keys(connection).stream().map(key -> key + " ENFORCED"));
            execute(connection, secured(connection, "FORCE"));
        });
    }

    /** From now on the service may take in what comes. */
    void open() {
        inOneTransaction(connection -> execute(connection, Stream.of(RebuildMark.CLEAR)));
    }

    private List<String> tables() {
        return rows.stream().map(ReadModels::table).distinct().toList();
    }

    private static String table(String rows) {
        return rows.split(" ", 2)[0];
    }

    /** Each key that points at a read model, as the beginning of a statement that changes it. */
    private List<String> keys(Connection connection) throws SQLException {
        return lines(
                connection,
                """
                SELECT format('ALTER TABLE %I ALTER CONSTRAINT %I', c.relname, k.conname)
                FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                JOIN pg_class r ON r.oid = k.confrelid
                WHERE k.contype = 'f' AND k.connamespace = ?::regnamespace
                  AND r.relname = ANY (?) ORDER BY 1
                """,
                connection.createArrayOf("text", tables().toArray()));
    }

    private Stream<String> secured(Connection connection, String how) throws SQLException {
        return lines(
                        connection,
                        """
                        SELECT DISTINCT format('ALTER TABLE %I ', t.relname)
                        FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
                        JOIN pg_class t ON t.oid IN (k.conrelid, k.confrelid)
                        WHERE k.contype = 'f' AND k.connamespace = ?::regnamespace
                          AND r.relname = ANY (?) ORDER BY 1
                        """,
                        connection.createArrayOf("text", tables().toArray()))
                .stream()
                .map(table -> table + how + " ROW LEVEL SECURITY");
    }

    private List<String> lines(Connection connection, String sql, java.sql.Array tables)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, schema);
            query.setArray(2, tables);
            try (var found = query.executeQuery()) {
                var lines = new ArrayList<String>();
                while (found.next()) {
                    lines.add(found.getString(1));
                }
                return lines;
            }
        }
    }

    private static void execute(Connection connection, Stream<String> statements)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements.toList()) {
                statement.execute(sql);
            }
        }
    }

    private void inOneTransaction(Work work) {
        try (var connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = " + schema + ", public");
            connection.setAutoCommit(false);
            work.in(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the read models of " + schema + ": " + e.getMessage(), e);
        }
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }
}
