package org.commonweal.local.supervisor;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Names a process beyond doubt: its number, when it started and what it runs. A number alone may
 * belong to a stranger by now.
 */
public record PidFile(Path file, long pid, Instant started, String program, String stopSignal) {

    /** Clocks of two readings of the same start may differ by this much. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** What stands between our start of a program and the program itself, for a moment. */
    private static final Set<String> WRAPPERS = Set.of("setsid", "unshare", "env");

    /** Writes the file for a process that has just been started. */
    public static PidFile write(
            Path file, ProcessHandle process, List<String> command, String stopSignal) {
        var started = process.info().startInstant().orElseGet(Instant::now);
        var pidFile = new PidFile(file, process.pid(), started, program(command), stopSignal);
        var properties = new Properties();
        properties.setProperty("pid", Long.toString(pidFile.pid()));
        properties.setProperty("started", started.toString());
        properties.setProperty("program", pidFile.program());
        properties.setProperty("stopSignal", stopSignal);
        var text = new StringWriter();
        try {
            properties.store(text, null);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pidFile;
    }

    /** Reads one; a file that cannot be understood names nothing. */
    public static Optional<PidFile> read(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
            return Optional.of(
                    new PidFile(
                            file,
                            Long.parseLong(properties.getProperty("pid", "")),
                            Instant.parse(properties.getProperty("started", "")),
                            properties.getProperty("program", ""),
                            properties.getProperty("stopSignal", "TERM")));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The process, if it is still the one that the file was written for. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        var sameStart =
                process.info()
                        .startInstant()
                        .map(at -> Duration.between(at, started).abs().compareTo(TOLERANCE) <= 0)
                        .orElse(false);
        var sameProgram =
                process.info()
                        .command()
                        .map(PidFile::fileName)
                        .map(name -> name.equals(program) || WRAPPERS.contains(name))
                        .orElse(false);
        return sameStart && sameProgram;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program(List<String> command) {
        return command.stream()
                .map(PidFile::fileName)
                .filter(name -> !name.startsWith("-") && !WRAPPERS.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
