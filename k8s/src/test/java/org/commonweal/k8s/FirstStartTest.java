package org.commonweal.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CloudNativePG's first start, statement by statement, on a server of ours. */
class FirstStartTest {

    private static final String CATALOG =
            """
            SELECT 'database', datdba::regrole::text, datacl::text
            FROM pg_database WHERE datname = current_database()
            UNION ALL SELECT 'schema ' || nspname, nspowner::regrole::text, nspacl::text
            FROM pg_namespace WHERE nspname !~ '^pg_'
            UNION ALL SELECT 'extension ' || extname, extnamespace::regnamespace::text, extversion
            FROM pg_extension
            UNION ALL SELECT 'publication ' || pubname, pubowner::regrole::text,
                             concat(pubinsert, pubupdate, pubdelete, pubtruncate, pubviaroot)
            FROM pg_publication
            ORDER BY 1
            """;

    private static final Map<String, Object> INITDB = initdb();

    @TempDir Path folder;

    private static Map<String, Object> initdb() {
        var file = Manifests.files().getOrDefault("k8s/base/postgres/cluster.yaml", "");
        return Yaml.maps(Map.of("one", Yaml.documents(file)), "one").stream()
                .map(cluster -> Yaml.find(cluster, "spec.bootstrap.initdb"))
                .map(found -> Yaml.map(found == null ? "" : found))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_database_is_the_one_that_the_embedded_default_has() throws SQLException {
        try (var server = PostgresServer.start(folder.resolve("data"), 0).endWithThisProcess()) {
            var address = server.address();
            firstStart(address);
            CommonwealDatabase.prepare(address, "reference");
            assertThat(catalog(address, Yaml.text(INITDB, "database")))
                    .hasSizeGreaterThan(10)
                    .isEqualTo(catalog(address, "reference"));
            assertThatThrownBy(() -> logIn(address, Yaml.text(INITDB, "owner")))
                    .hasMessageContaining("not permitted to log in");
        }
    }

    /** The order is the operator's: role, database, its statements, then those of the files. */
    private static void firstStart(PostgresAddress server) throws SQLException {
        var owner = Yaml.text(INITDB, "owner");
        var database = Yaml.text(INITDB, "database");
        try (var connection = CommonwealDatabase.superuser(server, "postgres")) {
            execute(connection, "CREATE ROLE " + owner + " LOGIN PASSWORD 'known'");
            execute(connection, "CREATE DATABASE " + database + " OWNER " + owner);
        }
        try (var connection = CommonwealDatabase.superuser(server, database)) {
            for (var statement : Yaml.texts(INITDB, "postInitApplicationSQL")) {
                execute(connection, statement);
            }
            assertThat(Yaml.maps(INITDB, "postInitApplicationSQLRefs.configMapRefs"))
                    .containsExactly(Map.of("name", "postgres-roles", "key", "roles.sql"));
            execute(
                    connection,
                    Manifests.text(
                            Manifests.checkout()
                                    .resolve("infra/embedded/src/main/resources/db/roles.sql")));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> catalog(PostgresAddress server, String database)
            throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = CommonwealDatabase.superuser(server, database);
                var row = connection.createStatement().executeQuery(CATALOG)) {
            while (row.next()) {
                rows.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
            }
        }
        return rows;
    }

    private static void logIn(PostgresAddress server, String role) throws SQLException {
        DriverManager.getConnection(server.jdbcUrl("postgres"), role, "known").close();
    }
}
