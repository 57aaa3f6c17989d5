package org.commonweal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.Leftovers;
import org.commonweal.local.supervisor.PidFile;
import org.commonweal.local.supervisor.Preconditions;
import org.commonweal.local.supervisor.Supervisor;

/** Starts everything and stays until it is told to stop. */
final class Up {

    /** Names the supervisor itself; the parts' files lie beside it. */
    static final String PID_FILE = "supervisor.pid";

    private static final long DISK_BYTES_MIN = 1L << 30;

    private final Path checkout;
    private final Home home;
    private final Stack stack;

    Up(Path checkout, Home home, Stack stack) {
        this.checkout = checkout;
        this.home = home;
        this.stack = stack;
    }

    /** The process that holds this home's platform, if one does. */
    static Optional<ProcessHandle> supervisor(Home home) {
        return PidFile.read(home.run().resolve(PID_FILE)).flatMap(PidFile::process);
    }

    int run(List<String> options) {
        var unknown =
                options.stream().filter(o -> !List.of("--detach", "--fresh").contains(o)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("commonweal: up does not know " + unknown.getFirst());
            return 2;
        }
        Preconditions.requireDisk(home.directory(), DISK_BYTES_MIN);
        try (var channel = lockFile()) {
            var lock = Optional.<FileLock>ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                System.out.println("Commonweal runs already: " + stack.ports().url());
                return 0;
            }
            if (options.contains("--detach")) {
                lock.get().release();
                return new Detached(checkout, home).run(options);
            }
            return hold(options.contains("--fresh"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(home.run());
        return FileChannel.open(
                home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private int hold(boolean fresh) {
        var clock = Clock.systemUTC();
        var begun = clock.instant();
        var left = Leftovers.end(home.run());
        PidFile.write(
                home.run().resolve(PID_FILE), ProcessHandle.current(), List.of("java"), "TERM");
        if (!left.isEmpty()) {
            System.out.println("Ended what an earlier run had left: " + String.join(", ", left));
        }
        if (fresh) {
            home.removeData();
        }
        stack.ports().claim(home);
        new Preparation(stack).run();
        var units = stack.units();
        Preconditions.requireFreePorts(units);
        var supervisor =
                new Supervisor(
                        home.run(),
                        home.logs(),
                        units,
                        clock,
                        (name, time) -> Progress.line(name, "ready", time));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, stopped), "stop"));
        supervisor.start();
        greet(Duration.between(begun, clock.instant()));
        awaitEnd(stopped);
        return 0;
    }

    private static void stop(Supervisor supervisor, CountDownLatch stopped) {
        System.out.println("Stopping ...");
        supervisor.stop();
        System.out.println("Commonweal is stopped.");
        stopped.countDown();
    }

    private static void awaitEnd(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void greet(Duration time) {
        Progress.line("everything", "ready", time);
        System.out.println();
        System.out.println("Commonweal is ready: " + stack.ports().url());
        System.out.println("  Mail that it sends: " + stack.ports().mailUrl());
        System.out.println("  Demo logins, all with the password " + DemoAlliance.PASSWORD + ":");
        DemoAlliance.load().logins().forEach(login -> System.out.println("    " + login));
    }
}
