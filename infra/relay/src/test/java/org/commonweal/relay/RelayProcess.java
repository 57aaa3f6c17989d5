package org.commonweal.relay;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.Watchdog;
import org.commonweal.embedded.test.TestDatabase;

/** The relay as a process of its own, so that it can be killed. */
final class RelayProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final TestDatabase database;
    private final String slot;

    private RelayProcess(Process process, TestDatabase database, String slot) {
        this.process = process;
        this.database = database;
        this.slot = slot;
    }

    static RelayProcess start(TestDatabase database, String brokers, String slot)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx90m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        var classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, RelayApplication.class.getName()));
        database.properties().forEach((name, value) -> command.add("--" + name + "=" + value));
        command.add("--spring.kafka.bootstrap-servers=" + brokers);
        command.add("--relay.slot=" + slot);
        command.add("--server.port=" + Ports.free());
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        new File("target", "relay-process.log")))
                        .start();
        Watchdog.watch(ProcessHandle.current().pid(), process.pid(), "KILL");
        return new RelayProcess(process, database, slot);
    }

    /** The server says that somebody reads from the slot. */
    void awaitReading() {
        Awaitility.await().atMost(LIMIT).until(this::isReading);
    }

    private boolean isReading() throws SQLException {
        try (var connection = database.connect("postgres");
                var query =
                        connection.prepareStatement(
                                "SELECT FROM pg_replication_slots WHERE slot_name = ? AND active")) {
            query.setString(1, slot);
            return query.executeQuery().next();
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
