package org.commonweal.platform.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's own account of one schema, one text a row. */
record Catalog(Connection connection, String schema) {

    /** Runs a query whose parameters all are the schema's name and whose one column is text. */
    List<String> lines(String sql) {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, schema);
            }
            try (var rows = statement.executeQuery()) {
                var lines = new ArrayList<String>();
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the catalog: " + e.getMessage(), e);
        }
    }

    /** Names of this schema need no qualification in what the catalog prints. */
    Catalog unqualified() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET search_path = " + schema + ", public");
        }
        return this;
    }
}
