package org.commonweal.platform.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.Watchdog;
import org.commonweal.embedded.test.TestDatabase;

/** The relay as a process of its own, from what its module has built. */
public final class TestRelay implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Process process;

    private TestRelay(Process process) {
        this.process = process;
    }

    /** Reads the database's journals when this returns, and until it is closed. */
    public static TestRelay start(TestDatabase database, String brokers) {
        return start(database, brokers, Map.of());
    }

    /** As above, with properties of the test's choice. */
    public static TestRelay start(
            TestDatabase database, String brokers, Map<String, String> properties) {
        var arguments = new ArrayList<String>();
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        makeSlot(database);
        var relay = new TestRelay(process(database, brokers, arguments));
        Awaitility.await().atMost(START_LIMIT).until(() -> isReading(database));
        return relay;
    }

    /**
     * A test's database has not every journal, and the broker has other tests' facts. One slot for
     * all relays of a database, one after the other.
     */
    private static void makeSlot(TestDatabase database) {
        try (var connection = database.connect("postgres");
                var statement =
                        connection.prepareStatement(
                                """
                                SELECT pg_create_logical_replication_slot(name, 'pgoutput')
                                FROM (SELECT CAST(? AS text)) wanted (name)
                                WHERE NOT EXISTS (
                                    SELECT FROM pg_replication_slots WHERE slot_name = name)\
                                """)) {
            statement.setString(1, slot(database));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String slot(TestDatabase database) {
        return "relay_" + database.name();
    }

    private static boolean isReading(TestDatabase database) throws SQLException {
        try (var connection = database.connect("postgres");
                var query =
                        connection.prepareStatement(
                                """
                                SELECT FROM pg_replication_slots
                                WHERE database = current_database() AND active\
                                """)) {
            return query.executeQuery().next();
        }
    }

    /** Publishes all journals to one service alone; returns when that is done. */
    public static void replayFor(String service, TestDatabase database, String brokers) {
        var ended = process(database, brokers, List.of("--replay-for", service)).onExit().join();
        if (ended.exitValue() != 0) {
            throw new IllegalStateException("the replay failed, see target/relay.log");
        }
    }

    private static Process process(TestDatabase database, String brokers, List<String> arguments) {
        var module = Repository.root().resolve("infra/relay/target");
        try {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
            command.addAll(
                    List.of(
                            "-cp",
                            module.resolve("classes")
                                    + File.pathSeparator
                                    + Files.readString(module.resolve("relay.classpath")).strip()));
            database.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.add("-Dspring.kafka.bootstrap-servers=" + brokers);
            command.add("-Drelay.slot=" + slot(database));
            command.add("-Dserver.port=" + Ports.free());
            command.add("org.commonweal.relay.RelayApplication");
            command.addAll(arguments);
            var log = new File("target", "relay.log");
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start();
            Watchdog.watch(ProcessHandle.current().pid(), process.pid(), "KILL");
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("the relay cannot start; build infra/relay first", e);
        }
    }

    /** kill -9: a database cannot go while somebody reads its log. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
