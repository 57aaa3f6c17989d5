package org.commonweal.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.local.stack.Home;
import org.commonweal.local.supervisor.Status;
import org.commonweal.local.supervisor.Status.Phase;

/** Leaves the supervisor in the background, and returns when it is ready or has given up. */
final class Detached {

    private static final long POLL_MILLIS = 100;

    private final Path checkout;
    private final Home home;

    Detached(Path checkout, Home home) {
        this.checkout = checkout;
        this.home = home;
    }

    int run(List<String> options) throws IOException {
        var log = home.logs().resolve("supervisor.log");
        Files.createDirectories(home.logs());
        Files.deleteIfExists(log);
        Files.createFile(log);
        var process = ServerProcess.start("supervisor", command(options), Map.of(), log).process();
        try (var output = new RandomAccessFile(log.toFile(), "r")) {
            while (process.isAlive() && !isReady(process.pid())) {
                Thread.sleep(POLL_MILLIS);
                show(output);
            }
            // What it said last comes before the news that it is ready, or gone.
            show(output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.isAlive() ? 0 : Math.max(1, process.exitValue());
    }

    private List<String> command(List<String> options) {
        var self = ProcessHandle.current().info();
        var command = new ArrayList<>(List.of(self.command().orElse("java")));
        command.addAll(
                java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("-Dcommonweal.checkout=" + checkout);
        command.addAll(List.of(Commonweal.class.getName(), "up"));
        options.stream().filter(option -> !option.equals("--detach")).forEach(command::add);
        return command;
    }

    private boolean isReady(long pid) {
        return Status.read(home.run())
                .filter(status -> status.pid() == pid && status.phase() == Phase.READY)
                .isPresent();
    }

    private static void show(RandomAccessFile output) {
        try {
            var bytes = new byte[(int) (output.length() - output.getFilePointer())];
            output.readFully(bytes);
            System.out.write(bytes);
            System.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
