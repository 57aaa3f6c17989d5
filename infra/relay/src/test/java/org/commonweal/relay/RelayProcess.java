package org.commonweal.relay;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.Watchdog;

/** The relay as a process of its own, so that it can be killed. */
final class RelayProcess implements AutoCloseable {

    private final Process process;

    private RelayProcess(Process process) {
        this.process = process;
    }

    static RelayProcess start(Map<String, String> database, String brokers, String slot)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx90m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        var classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, RelayApplication.class.getName()));
        database.forEach((name, value) -> command.add("--" + name + "=" + value));
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
        return new RelayProcess(process);
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
