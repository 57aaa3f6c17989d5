package org.commonweal.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes journal entries and pulses as the services do: as their roles, behind the policies. */
final class Journals {

    private static final String ENTRY =
            """
            INSERT INTO journal (alliance_id, id, type, subject, version, actor, organization,
                audience, at, request_hash, payload, traceparent)
            VALUES (?, uuidv7(), ?, uuidv7(), ?, uuidv7(), NULL,
                '{"scope": "ALLIANCE"}', now(), '\\x00ff', jsonb_build_object('number', ?::int), NULL)
            RETURNING id
            """;

    private final String url;

    Journals(String url) {
        this.url = url;
    }

    Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(url, service, service);
    }

    /** One entry, committed on its own; the number is its version and in its payload. */
    UUID append(Connection connection, UUID alliance, String type, int number) throws SQLException {
        return appendTogether(connection, alliance, type, number, 1).getFirst();
    }

    /** Several entries in one transaction. */
    List<UUID> appendTogether(
            Connection connection, UUID alliance, String type, int first, int count)
            throws SQLException {
        connection.setAutoCommit(false);
        var ids = new ArrayList<UUID>();
        try (var scope = connection.createStatement();
                var insert = connection.prepareStatement(ENTRY)) {
            scope.execute("SET LOCAL app.alliance = '" + alliance + "'");
            for (var number = first; number < first + count; number++) {
                insert.setObject(1, alliance);
                insert.setString(2, type);
                insert.setLong(3, number);
                insert.setInt(4, number);
                try (var row = insert.executeQuery()) {
                    row.next();
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        }
        connection.commit();
        return ids;
    }

    void pulse(Connection connection, String at) throws SQLException {
        connection.setAutoCommit(true);
        try (var emit =
                connection.prepareStatement(
                        "SELECT pg_logical_emit_message(true, 'commonweal.pulse', ?)")) {
            emit.setString(1, "{\"at\": \"" + at + "\"}");
            emit.execute();
        }
    }
}
