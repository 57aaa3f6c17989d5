package org.commonweal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.local.backup.BackupFile;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.PortPlan;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.Leftovers;
import org.commonweal.local.supervisor.StartFailedException;

/**
 * {@code ./commonweal restore FILE [--fresh]}: an installation as it was when the file was made.
 * Kafka begins empty, because all that it holds is derived: the next start fills it from the
 * journals. Nothing is removed before a server has shown that it can serve what is in the file.
 */
final class Restoring {

    private final Home home;
    private final Map<String, String> environment;

    Restoring(Home home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    int run(List<String> options) {
        var files = new ArrayList<>(options);
        var fresh = files.remove("--fresh");
        if (files.size() != 1) {
            System.err.println("commonweal: restore which file?");
            return 2;
        }
        refuseWhileItRuns();
        if (!fresh && Files.exists(home.postgres())) {
            throw new StartFailedException(
                    home.directory()
                            + " holds data; --fresh removes all of it and puts the backup there.");
        }
        var backup = Progress.timed("everything", "restored", () -> restored(files.getFirst()));
        System.out.println(
                home.directory()
                        + " is as it was at "
                        + backup.at()
                        + ". Kafka is empty, ./commonweal up fills it from the journals.");
        return 0;
    }

    private BackupFile restored(String file) {
        var backup = Progress.timed("file", "checked", () -> BackupFile.checked(Path.of(file)));
        refuseOtherAddresses(backup);
        restore(backup);
        return backup;
    }

    private void refuseWhileItRuns() {
        if (Up.supervisor(home).isPresent() || !Leftovers.running(home.run()).isEmpty()) {
            throw new StartFailedException(
                    "A backup is put back while nothing runs: ./commonweal down first.");
        }
    }

    private void refuseOtherAddresses(BackupFile backup) {
        var asked = environment.get(PortPlan.VARIABLE);
        var made = backup.marks().get(PortPlan.MARK);
        if (asked != null && made != null && !asked.strip().equals(made.strip())) {
            throw new StartFailedException(
                    "%s was made with %s=%s and keeps its addresses; restore it so."
                            .formatted(backup.file(), PortPlan.VARIABLE, made.strip()));
        }
    }

    private void restore(BackupFile backup) {
        var parts = home.restoring();
        var data = parts.resolve("postgres");
        Home.remove(parts);
        Progress.timed("postgres", "unpacked", () -> backup.unpack(data));
        var found = Progress.timed("postgres", "proven", () -> prove(data));
        found.forEach(System.out::println);
        home.removeData();
        try {
            Files.move(data, home.postgres(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        backup.writeMarks(home.marks());
        Home.remove(parts);
    }

    /** A server starts on it, makes it whole from its log, and tells what it holds. */
    private static List<String> prove(Path data) {
        try (var server = PostgresServer.start(data, 0).endWithThisProcess()) {
            return journals(server.address());
        } catch (SQLException e) {
            throw new StartFailedException(
                    "The backup's database does not answer, nothing was changed: " + e.getMessage(),
                    e);
        }
    }

    private static List<String> journals(PostgresAddress server) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = CommonwealDatabase.superuser(server, Stack.DATABASE);
                var statement = connection.createStatement()) {
            for (var service : services(statement)) {
                var facts = "SELECT count(*), max(at) FROM " + service + ".journal";
                try (var row = statement.executeQuery(facts)) {
                    row.next();
                    lines.add(
                            "    %s: %d facts, the last of %s"
                                    .formatted(service, row.getLong(1), row.getString(2)));
                }
            }
        }
        return lines;
    }

    private static List<String> services(Statement statement) throws SQLException {
        var services = new ArrayList<String>();
        try (var rows =
                statement.executeQuery(
                        "SELECT schemaname FROM pg_tables WHERE tablename = 'journal' ORDER BY 1")) {
            while (rows.next()) {
                services.add(rows.getString(1));
            }
        }
        return services;
    }
}
