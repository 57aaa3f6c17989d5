package org.commonweal.platform.test;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestDatabase;

/**
 * Looks for words in every column of every table of a service, as the catalog has them: what a new
 * table holds is found without being named here. It sees what no policy hides from it.
 */
public record Canaries(TestDatabase database, String service) {

    /** As {@code table: word}, for every table in which a word stands. */
    public List<String> in(String... words) {
        var found = new ArrayList<String>();
        try (var connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER)) {
            for (var table : tables(connection)) {
                for (var word : words) {
                    if (holds(connection, table, word)) {
                        found.add(table + ": " + word);
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    private List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var query =
                connection.prepareStatement(
                        """
                        SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace
                          AND relkind IN ('r', 'p', 'm') AND NOT relispartition ORDER BY 1
                        """)) {
            query.setString(1, service);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** A row's text has all its columns; bytes stand in it in hexadecimal. */
    private boolean holds(Connection connection, String table, String word) throws SQLException {
        var sql =
                "SELECT EXISTS (SELECT FROM \"%s\".\"%s\" t WHERE strpos(lower(CAST(t AS text)), ?) > 0 OR strpos(CAST(t AS text), ?) > 0)"
                        .formatted(service, table);
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, word.toLowerCase(java.util.Locale.ROOT));
            query.setString(2, HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
