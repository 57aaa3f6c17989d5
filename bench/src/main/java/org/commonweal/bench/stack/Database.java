package org.commonweal.bench.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The measured platform's database, as its operator sees it. */
public record Database(String url) {

    private static final String OPERATOR = "postgres";

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String sql, Row<T> row) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return List.copyOf(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public <T> T one(String sql, Row<T> row) {
        return rows(sql, row).getFirst();
    }

    public long number(String sql) {
        return one(sql, row -> row.getLong(1));
    }

    /** Each statement for itself, outside a transaction. */
    public void run(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** Bytes of the write-ahead log since the server's first start. */
    public long walBytes() {
        return number("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, OPERATOR, OPERATOR);
    }
}
