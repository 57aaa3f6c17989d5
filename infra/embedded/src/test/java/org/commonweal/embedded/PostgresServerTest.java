package org.commonweal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir Path directory;

    @Test
    void what_was_committed_survives_kill_9() throws SQLException {
        var data = directory.resolve("postgres");
        int port;
        try (var server = PostgresServer.start(data, 0).endWithThisProcess()) {
            port = server.port();
            CommonwealDatabase.prepare(server.address(), "commonweal");
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
            server.destroyForcibly();
            assertThat(server.isAlive()).isFalse();
        }
        try (var server = PostgresServer.start(data, port).endWithThisProcess()) {
            CommonwealDatabase.prepare(server.address(), "commonweal");
            assertThat(single(server, "SELECT answer::text FROM kept")).isEqualTo("42");
            assertThat(single(server, "SHOW wal_level")).isEqualTo("logical");
            assertThat(single(server, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void a_taken_port_is_refused_in_one_sentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var data = directory.resolve("postgres");
            assertThatThrownBy(() -> PostgresServer.start(data, taken.getLocalPort()).close())
                    .isInstanceOf(ServerFailedException.class)
                    .hasMessage(
                            "PostgreSQL cannot start: port %d on 127.0.0.1 is taken",
                            taken.getLocalPort());
            assertThat(Files.exists(data)).isFalse();
        }
    }

    @Test
    void a_damaged_data_directory_is_told_with_the_end_of_the_log() throws Exception {
        var data = Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> PostgresServer.start(data, 0).close())
                .isInstanceOf(ServerFailedException.class)
                .hasMessageContaining("PostgreSQL ended while starting");
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (var connection = CommonwealDatabase.superuser(server.address(), "commonweal");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(PostgresServer server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.address().jdbcUrl("commonweal"), "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
