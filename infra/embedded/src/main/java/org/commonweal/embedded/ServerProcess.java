package org.commonweal.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One child process in a session of its own, so that Ctrl-C reaches only its parent. */
public final class ServerProcess {

    private static final int LOG_TAIL_LINES = 15;

    private final String name;
    private final Process process;
    private final Path log;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    public static ServerProcess start(
            String name, List<String> command, Map<String, String> environment, Path log) {
        var inSession = new ArrayList<>(List.of("setsid"));
        inSession.addAll(command);
        var builder = new ProcessBuilder(inSession).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            return new ServerProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new ServerFailedException(name + " cannot start: " + e.getMessage(), e);
        }
    }

    public Process process() {
        return process;
    }

    public void awaitReady(BooleanSupplier ready, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new ServerFailedException(
                        name + " ended while starting (" + log + "):\n" + logTail());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new ServerFailedException(
                        name + " was not ready in " + limit + " (" + log + "):\n" + logTail());
            }
            pause(Duration.ofMillis(25));
        }
    }

    /** Sends the signal and waits; what does not end in time is killed. */
    public void stop(String signal, Duration limit) {
        signal(process.pid(), signal);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** kill -9, and the end awaited. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private String logTail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java itself can send only TERM and KILL. */
    public static void signal(long pid, String signal) {
        run(List.of("sh", "-c", "kill -s " + signal + " " + pid + " 2>/dev/null || true"));
    }

    /** Runs a short command to its end and returns what it printed; an exit code is an error. */
    public static String run(List<String> command) {
        return run(command, Map.of());
    }

    /** The same with additions to the environment. */
    public static String run(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new ServerFailedException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new ServerFailedException(command.getFirst() + " cannot run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException(command.getFirst() + " was interrupted", e);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("interrupted while waiting for a server", e);
        }
    }
}
