package org.commonweal.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.local.supervisor.StartFailedException;

/**
 * One application as it is deployed: the executable jar, extracted, with an AOT cache beside it.
 * Preparing belongs to the build; it is done again when the jar or the JDK has changed. Images are
 * made from the same extracted jars, with a cache of their own JVM.
 */
public record Deployable(String name, Path module, int port) {

    /** Starting fast and staying small matter more on one machine than peak speed. */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx144m",
                    "-Xss512k",
                    "-XX:MaxDirectMemorySize=48m",
                    "-XX:ReservedCodeCacheSize=64m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED");

    /** Options that an operator adds to those of every Java part of ours; the last one wins. */
    private static final String MORE_OPTIONS = "COMMONWEAL_JAVA_OPTIONS";

    private static final String JAR = "app.jar";

    public boolean isPrepared() {
        return read(mark()).equals(Optional.of(fingerprint()));
    }

    /** Extracts the jar and records an AOT cache from one start of it. */
    public void prepare() {
        extract();
        train();
        try {
            Files.writeString(mark(), fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves {@code app.jar} and {@code lib} in the jar directory, and nothing else. */
    public void extract() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Home.remove(jarDirectory());
        ServerProcess.run(
                List.of(
                        javaProgram(),
                        "-Djarmode=tools",
                        "-jar",
                        jar().toString(),
                        "extract",
                        "--destination",
                        jarDirectory().toString(),
                        "--application-filename",
                        JAR));
    }

    /** Where there is no cache the application starts all the same, only slower. */
    private void train() {
        var command = new ArrayList<>(List.of(javaProgram()));
        command.addAll(JVM_OPTIONS);
        command.add("-XX:AOTCacheOutput=" + cache());
        command.addAll(List.of("-Dspring.context.exit=onRefresh", "-jar", "" + extractedJar()));
        try {
            ServerProcess.run(command);
        } catch (ServerFailedException e) {
            System.err.println(name + " starts without an AOT cache: " + e.getMessage());
        }
    }

    /** The command line of the application itself. */
    public List<String> command(List<String> options, String... arguments) {
        var command = started(options);
        command.addAll(List.of("-jar", extractedJar().toString()));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    /** The command line of another main class on the same class path. */
    public List<String> command(String mainClass, String... arguments) {
        var command = started(List.of());
        command.addAll(List.of("-cp", extractedJar().toString(), mainClass));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    private List<String> started(List<String> options) {
        var command = new ArrayList<>(List.of(javaProgram()));
        command.addAll(JVM_OPTIONS);
        command.addAll(more());
        command.addAll(options);
        if (Files.exists(cache())) {
            command.add("-XX:AOTCache=" + cache());
        }
        return command;
    }

    private static List<String> more() {
        var options = System.getenv().getOrDefault(MORE_OPTIONS, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /** Where the extracted jar and its libraries lie. */
    public Path jarDirectory() {
        return module.resolve("target").resolve("app");
    }

    private Path cache() {
        return jarDirectory().resolveSibling("app.aot");
    }

    private Path mark() {
        return jarDirectory().resolveSibling("app.prepared");
    }

    private Path extractedJar() {
        return jarDirectory().resolve(JAR);
    }

    /** The executable one, where a plain jar lies beside it. */
    private Path jar() {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(file ->
                            file.getFileName().toString().startsWith(module.getFileName() + "-"))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .max(Comparator.comparing((Path file) -> file.toString().endsWith("-exec.jar")))
                    .orElseThrow(this::notBuilt);
        } catch (IOException e) {
            throw notBuilt();
        }
    }

    private StartFailedException notBuilt() {
        return new StartFailedException(
                name + " is not built; ./commonweal up builds it, or run mvn package.");
    }

    private String fingerprint() {
        try {
            var jar = jar();
            return String.join(
                    " ",
                    jar.getFileName().toString(),
                    "" + Files.size(jar),
                    "" + Files.getLastModifiedTime(jar),
                    System.getProperty("java.vm.version"),
                    String.join(" ", JVM_OPTIONS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, UTF_8));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
