package org.commonweal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.commonweal.embedded.PostgresBackup;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.local.backup.BackupFile;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.StartFailedException;

/** {@code ./commonweal backup FILE}: the one thing that is not derived, while all runs. */
final class Backing {

    private static final double MEBIBYTE = 1 << 20;

    private final Home home;
    private final Stack stack;
    private final Clock clock;

    Backing(Home home, Stack stack, Clock clock) {
        this.home = home;
        this.stack = stack;
        this.clock = clock;
    }

    int run(List<String> options) {
        if (options.size() != 1) {
            System.err.println("commonweal: back up into which file?");
            return 2;
        }
        var file = Path.of(options.getFirst()).toAbsolutePath();
        if (Files.exists(file)) {
            throw new StartFailedException(file + " exists already and is not overwritten.");
        }
        if (!PostgresServer.answers(stack.database())) {
            throw new StartFailedException(
                    "The database is copied while it runs: ./commonweal up first.");
        }
        var begun = clock.instant();
        Progress.timed("everything", "kept", () -> take(file, begun));
        System.out.printf("%s: %.1f MiB, of %s%n", file, size(file) / MEBIBYTE, begun);
        return 0;
    }

    private void take(Path file, Instant begun) {
        var parts = file.resolveSibling(file.getFileName() + ".parts");
        Home.remove(parts);
        try {
            Progress.timed(
                    "postgres", "copied", () -> PostgresBackup.take(stack.database(), parts));
            Progress.timed(
                    "file", "written", () -> BackupFile.write(file, begun, parts, home.marks()));
            Progress.timed("file", "checked", () -> BackupFile.checked(file));
        } finally {
            Home.remove(parts);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
