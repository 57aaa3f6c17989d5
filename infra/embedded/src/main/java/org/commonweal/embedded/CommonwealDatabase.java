package org.commonweal.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes a database with the roles, schemas and publication of roles.sql; repeating it is harmless.
 */
public final class CommonwealDatabase {

    private CommonwealDatabase() {}

    /** On loopback every role's password is its own name; SECURITY.md says so. */
    public static void prepare(PostgresAddress server, String database) {
        try (var connection = superuser(server, PostgresServer.SUPERUSER);
                var statement = connection.createStatement()) {
            // Roles belong to the whole server, so two databases must not be prepared at once.
            statement.execute("SELECT pg_advisory_lock(7240)");
            if (!exists(connection, database)) {
                statement.execute("CREATE DATABASE " + database);
            }
            runRolesSql(server, database);
        } catch (SQLException e) {
            throw new ServerFailedException("database " + database + " cannot be prepared", e);
        }
    }

    private static void runRolesSql(PostgresAddress server, String database) throws SQLException {
        try (var connection = superuser(server, database);
                var statement = connection.createStatement()) {
            statement.execute(rolesSql());
            for (var role : rolesWithoutPassword(connection)) {
                statement.execute("ALTER ROLE " + role + " PASSWORD '" + role + "'");
            }
        }
    }

    public static Connection superuser(PostgresAddress server, String database)
            throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(database), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER);
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static List<String> rolesWithoutPassword(Connection connection) throws SQLException {
        var roles = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT quote_ident(rolname) FROM pg_authid
                                WHERE rolcanlogin AND rolpassword IS NULL ORDER BY 1
                                """)) {
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
        }
        return roles;
    }

    private static String rolesSql() {
        try (var stream = CommonwealDatabase.class.getResourceAsStream("/db/roles.sql")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
