package org.commonweal.embedded.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.ServerFailedException;
import org.flywaydb.core.Flyway;

/** A fresh database for one test class: roles, schemas, publication, and migrations applied. */
public final class TestDatabase implements AutoCloseable {

    /** Migrated once per test process and copied from then on, which is faster than migrating. */
    private static final Map<Template, String> TEMPLATES = new ConcurrentHashMap<>();

    private record Template(PostgresAddress server, List<Migrations> migrations) {}

    private final PostgresAddress server;
    private final String name;

    private TestDatabase(PostgresAddress server, String name) {
        this.server = server;
        this.name = name;
    }

    /** What Flyway applies to one schema, as commonweal_ddl. */
    public record Migrations(String schema, List<String> locations) {

        public Migrations {
            locations = List.copyOf(locations);
        }

        /** What every service has, and the migrations of the module under test. */
        public static Migrations of(String schema) {
            return of(schema, "classpath:db/platform", "classpath:db/migration");
        }

        public static Migrations of(String schema, String... locations) {
            return new Migrations(schema, List.of(locations));
        }
    }

    /** On the server that all tests of the build share. */
    public static TestDatabase create(Migrations... migrations) {
        return on(TestServers.postgres(), migrations);
    }

    /** On a server of the test's own, which it may kill. */
    public static TestDatabase on(PostgresAddress server, Migrations... migrations) {
        var template =
                TEMPLATES.computeIfAbsent(
                        new Template(server, List.of(migrations)),
                        wanted -> template(server, wanted.migrations()));
        var name = uniqueName("test");
        execute(server, "CREATE DATABASE " + name + " TEMPLATE " + template);
        // Privileges on a database are not copied with it.
        CommonwealDatabase.prepare(server, name);
        return new TestDatabase(server, name);
    }

    private static String template(PostgresAddress server, List<Migrations> all) {
        var name = uniqueName("template");
        CommonwealDatabase.prepare(server, name);
        for (var migrations : all) {
            Flyway.configure()
                    .dataSource(server.jdbcUrl(name), "commonweal_ddl", "commonweal_ddl")
                    .defaultSchema(migrations.schema())
                    .createSchemas(false)
                    .placeholders(Map.of("service", migrations.schema()))
                    .locations(migrations.locations().toArray(String[]::new))
                    .load()
                    .migrate();
        }
        return name;
    }

    private static String uniqueName(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static void execute(PostgresAddress server, String sql) {
        try (var connection = CommonwealDatabase.superuser(server, PostgresServer.SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ServerFailedException(sql + " failed", e);
        }
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String name() {
        return name;
    }

    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    public String r2dbcUrl() {
        return server.r2dbcUrl(name);
    }

    /** The Spring properties that point a service at this database. */
    public Map<String, String> properties() {
        return Map.of(
                "commonweal.database.host", host(),
                "commonweal.database.port", Integer.toString(port()),
                "commonweal.database.name", name);
    }

    /** A plain connection as one of the roles; the password of each is its name. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), role, role);
    }

    /** Drops the database, also under open connections. */
    @Override
    public void close() {
        execute(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
