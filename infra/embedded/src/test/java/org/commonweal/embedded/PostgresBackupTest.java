package org.commonweal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBackupTest {

    @TempDir Path directory;

    @Test
    void a_backup_taken_while_others_write_holds_all_that_was_committed_before()
            throws SQLException, IOException {
        var written = new AtomicInteger();
        var enough = new AtomicBoolean();
        int before;
        try (var server = PostgresServer.start(directory.resolve("one"), 0).endWithThisProcess()) {
            execute(server, "CREATE TABLE written (number int PRIMARY KEY)");
            execute(server, "SELECT pg_create_physical_replication_slot('stays_behind', true)");
            var writing =
                    CompletableFuture.runAsync(() -> {
                        while (!enough.get()) {
                            write(server, written);
                        }
                    });
            write(server, written);
            before = written.get();
            PostgresBackup.take(server.address(), directory.resolve("backup"));
            enough.set(true);
            writing.join();
        }
        try (var data =
                Files.newInputStream(directory.resolve("backup").resolve(PostgresBackup.DATA))) {
            PostgresBackup.unpack(data, directory.resolve("two"));
        }
        try (var server = PostgresServer.start(directory.resolve("two"), 0).endWithThisProcess()) {
            assertThat(count(server, "written"))
                    .isGreaterThanOrEqualTo(before)
                    .isLessThanOrEqualTo(written.get());
            assertThat(count(server, "pg_replication_slots")).isZero();
        }
    }

    @Test
    void what_the_server_cannot_write_is_told() throws IOException {
        var full = Files.createDirectories(directory.resolve("full"));
        Files.writeString(full.resolve("something"), "is here already");
        try (var server = PostgresServer.start(directory.resolve("one"), 0).endWithThisProcess()) {
            assertThatThrownBy(() -> PostgresBackup.take(server.address(), full))
                    .isInstanceOf(ServerFailedException.class)
                    .hasMessageContaining("exists but is not empty");
        }
    }

    private static synchronized void write(PostgresServer server, AtomicInteger written) {
        try {
            execute(server, "INSERT INTO written VALUES (%d)".formatted(written.get()));
            written.incrementAndGet();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (var connection =
                        CommonwealDatabase.superuser(server.address(), PostgresServer.SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(PostgresServer server, String table) throws SQLException {
        try (var connection =
                        CommonwealDatabase.superuser(server.address(), PostgresServer.SUPERUSER);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
