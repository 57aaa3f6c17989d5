package org.commonweal.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A real PostgreSQL 18 on loopback, with logical decoding on; the data outlive the process. */
public final class PostgresServer implements AutoCloseable {

    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("timezone", "UTC"),
                    Map.entry("log_timezone", "UTC"),
                    Map.entry("jit", "off"),
                    Map.entry("max_connections", "200"),
                    Map.entry("shared_buffers", "128MB"),
                    Map.entry("wal_level", "logical"),
                    Map.entry("max_wal_senders", "20"),
                    Map.entry("max_replication_slots", "20"),
                    // A relay that never comes back must not fill the disk.
                    Map.entry("max_slot_wal_keep_size", "2GB"));

    private final ServerProcess process;
    private final PostgresAddress address;

    private PostgresServer(ServerProcess process, PostgresAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Starts on the data directory, which is made at the first start; port 0 takes a free one. */
    public static PostgresServer start(Path dataDir, int port) {
        return start(dataDir, port, Map.of());
    }

    /** The same with further server settings, which win over ours. */
    public static PostgresServer start(Path dataDir, int port, Map<String, String> settings) {
        var chosen = port == 0 ? Ports.free() : port;
        Ports.requireFree("PostgreSQL", chosen);
        var data = dataDir.toAbsolutePath();
        var process =
                ServerProcess.start(
                        "PostgreSQL",
                        command(data, chosen, settings),
                        Map.of(),
                        data.resolveSibling(data.getFileName() + ".log"));
        var address = new PostgresAddress("127.0.0.1", chosen);
        process.awaitReady(() -> answers(address), START_LIMIT);
        return new PostgresServer(process, address);
    }

    /** The command line on a directory made ready, for whoever supervises the process itself. */
    public static List<String> command(Path dataDir, int port, Map<String, String> settings) {
        var binaries = PostgresBinaries.unpacked();
        var data = dataDir.toAbsolutePath();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize(binaries, data);
        }
        return command(binaries, data, port, settings);
    }

    private static List<String> command(
            PostgresBinaries binaries, Path data, int port, Map<String, String> settings) {
        var command = new ArrayList<>(binaries.command("postgres"));
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        var all = new TreeMap<>(SETTINGS);
        all.putAll(settings);
        all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** Into a directory beside it first: an interrupted initialization leaves no half cluster. */
    private static void initialize(PostgresBinaries binaries, Path data) {
        var partial = data.resolveSibling(data.getFileName() + ".partial");
        var password = data.resolveSibling(data.getFileName() + ".password");
        try {
            Files.createDirectories(data.getParent());
            ServerProcess.run(List.of("rm", "-rf", partial.toString()));
            Files.writeString(password, SUPERUSER, UTF_8);
            var command = new ArrayList<>(binaries.command("initdb"));
            command.addAll(List.of("-D", partial.toString(), "-U", SUPERUSER));
            command.addAll(List.of("--pwfile=" + password, "--auth=scram-sha-256"));
            command.addAll(List.of("--encoding=UTF8", "--locale-provider=builtin"));
            command.addAll(List.of("--builtin-locale=C.UTF-8", "--locale=C", "--no-sync"));
            ServerProcess.run(command);
            Files.deleteIfExists(data);
            Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ServerFailedException("PostgreSQL cannot initialize " + data, e);
        } finally {
            password.toFile().delete();
        }
    }

    /** Whether a server of ours accepts connections there. */
    public static boolean answers(PostgresAddress address) {
        try (var connection =
                DriverManager.getConnection(
                        address.jdbcUrl(SUPERUSER) + "?connectTimeout=2&socketTimeout=5",
                        SUPERUSER,
                        SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    public PostgresAddress address() {
        return address;
    }

    public int port() {
        return address.port();
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
    public PostgresServer endWithThisProcess() {
        Watchdog.watch(ProcessHandle.current().pid(), pid(), "QUIT");
        return this;
    }

    /** kill -9, for tests of what survives it. */
    public void destroyForcibly() {
        process.kill();
    }

    /**
     * A fast shutdown: open transactions are rolled back, nothing needs recovery at the next start.
     */
    @Override
    public void close() {
        process.stop("INT", STOP_LIMIT);
    }
}
