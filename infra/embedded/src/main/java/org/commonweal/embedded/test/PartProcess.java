package org.commonweal.embedded.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.Watchdog;

/** The part whose module is tested, as a process of its own, so that it can be ended. */
public final class PartProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final int managementPort;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private PartProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** From the test's own class path; ready when this returns. */
    public static PartProcess start(String mainClass, Map<String, String> properties) {
        return start(mainClass, Ports.free(), properties);
    }

    /** As {@link #start(String, Map)}, where others must know the port before. */
    public static PartProcess start(String mainClass, int port, Map<String, String> properties) {
        var managementPort = Ports.free();
        var told = new TreeMap<>(properties);
        told.put("server.port", "" + port);
        told.put("management.server.port", "" + managementPort);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(mainClass);
        told.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            new File("target", "part-process.log")))
                            .start();
            Watchdog.watch(ProcessHandle.current().pid(), process.pid(), "KILL");
            var part = new PartProcess(process, port, managementPort);
            part.awaitReady();
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        var until = System.nanoTime() + LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("not ready, see target/part-process.log");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** What a cluster asks before it sends requests here; false also when nobody answers. */
    public boolean isReady() {
        var uri = URI.create("http://localhost:" + managementPort + "/actuator/health/readiness");
        try {
            var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, as every orderly end begins. */
    public void terminate() {
        process.destroy();
    }

    /** True when the process has ended within two minutes. */
    public boolean hasEnded() {
        try {
            return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        http.close();
    }
}
