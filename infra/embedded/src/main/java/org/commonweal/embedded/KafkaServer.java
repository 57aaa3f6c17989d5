package org.commonweal.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A real Kafka broker (KRaft, one node) on loopback; the data outlive the process. */
public final class KafkaServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /** Starting fast on few cores matters more than peak speed; a broker mostly copies bytes. */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dlog4j2.level=WARN");

    private final ServerProcess process;
    private final int port;

    private KafkaServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts on the data directory; the controller takes the next port. Port 0 takes free ones. */
    public static KafkaServer start(Path dataDir, int port) {
        return start(dataDir, port, List.of());
    }

    /** The same with further options for its JVM, such as an AOT cache. */
    public static KafkaServer start(Path dataDir, int port, List<String> jvmOptions) {
        var chosen = port == 0 ? Ports.free() : port;
        var controllerPort = port == 0 ? Ports.free() : port + 1;
        Ports.requireFree("Kafka", chosen);
        Ports.requireFree("Kafka's controller", controllerPort);
        var data = dataDir.toAbsolutePath();
        var command = command(data, chosen, controllerPort, jvmOptions);
        var log = data.resolveSibling(data.getFileName() + ".log");
        var process = ServerProcess.start("Kafka", command, Map.of(), log);
        process.awaitReady(() -> isReady(data), START_LIMIT);
        return new KafkaServer(process, chosen);
    }

    /** The command line on a directory made ready, for whoever supervises the process itself. */
    public static List<String> command(
            Path dataDir, int port, int controllerPort, List<String> jvmOptions) {
        var data = dataDir.toAbsolutePath();
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(data.resolve(KafkaNode.READY_FILE));
        } catch (IOException e) {
            throw new ServerFailedException("Kafka cannot use " + data, e);
        }
        return command(jvmOptions, data, port, controllerPort);
    }

    /** Whether the broker that was started there last is up. */
    public static boolean isReady(Path dataDir) {
        return Files.exists(dataDir.resolve(KafkaNode.READY_FILE));
    }

    private static List<String> command(
            List<String> jvmOptions, Path data, int port, int controllerPort) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), KafkaNode.class.getName(), data.toString()));
        command.addAll(List.of(Integer.toString(port), Integer.toString(controllerPort)));
        return command;
    }

    /**
     * The broker's libraries are on no one else's class path; the build wrote down where they lie.
     */
    public static String classPath() {
        try (var list = KafkaServer.class.getResourceAsStream("/kafka.classpath")) {
            if (list == null) {
                throw new ServerFailedException("kafka.classpath is missing: build infra/embedded");
            }
            var libraries = new String(list.readAllBytes(), UTF_8).strip();
            return ownCode() + File.pathSeparator + libraries;
        } catch (IOException e) {
            throw new ServerFailedException("kafka.classpath cannot be read", e);
        }
    }

    private static Path ownCode() {
        var source = KafkaServer.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(source.toURI());
        } catch (URISyntaxException | RuntimeException e) {
            throw new ServerFailedException(
                    "infra-embedded must be a plain jar on the class path, not nested: " + source,
                    e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.process().pid();
    }

    public boolean isAlive() {
        return process.process().isAlive();
    }

    public CompletableFuture<Process> onExit() {
        return process.process().onExit();
    }

    /** Ends the server, soon after this process has ended, even by kill -9. */
    public KafkaServer endWithThisProcess() {
        Watchdog.watch(ProcessHandle.current().pid(), pid(), "KILL");
        return this;
    }

    /** kill -9, for tests of what survives it. */
    public void destroyForcibly() {
        process.kill();
    }

    /** A controlled shutdown: the logs are flushed and need no recovery at the next start. */
    @Override
    public void close() {
        process.stop("TERM", STOP_LIMIT);
    }
}
