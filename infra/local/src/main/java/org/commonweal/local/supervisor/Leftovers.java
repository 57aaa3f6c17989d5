package org.commonweal.local.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.commonweal.embedded.ServerProcess;

/** Ends what a killed supervisor left running: exactly the processes that the pid files name. */
public final class Leftovers {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private Leftovers() {}

    /** The names of what the pid files name and what still runs. */
    public static List<String> running(Path runDirectory) {
        return pidFiles(runDirectory).stream()
                .filter(file -> PidFile.read(file).flatMap(PidFile::process).isPresent())
                .map(Leftovers::name)
                .toList();
    }

    /** Returns the names of the parts that were still running. */
    public static List<String> end(Path runDirectory) {
        var ended = new ArrayList<String>();
        var ends = new ArrayList<CompletableFuture<Void>>();
        for (var file : pidFiles(runDirectory)) {
            var pidFile = PidFile.read(file);
            pidFile.flatMap(PidFile::process)
                    .ifPresent(process -> {
                        ended.add(name(file));
                        ends.add(end(process, pidFile.orElseThrow().stopSignal()));
                    });
        }
        ends.forEach(CompletableFuture::join);
        pidFiles(runDirectory).forEach(Leftovers::delete);
        return List.copyOf(ended);
    }

    private static CompletableFuture<Void> end(ProcessHandle process, String signal) {
        ServerProcess.signal(process.pid(), signal);
        return process.onExit()
                .orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .handle((gone, late) -> {
                    process.destroyForcibly();
                    return process.onExit().orTimeout(5, TimeUnit.SECONDS);
                })
                .thenCompose(end -> end)
                .thenAccept(gone -> {});
    }

    private static String name(Path pidFile) {
        return pidFile.getFileName().toString().replace(".pid", "");
    }

    private static List<Path> pidFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".pid")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
