package org.commonweal.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real server of Valkey's protocol (Redis 6.2, the last before the two parted) on loopback, for
 * tests. It keeps everything in memory: what it held is gone when it ends.
 */
public final class ValkeyServer implements AutoCloseable {

    private static final String PROGRAM = "/redis-server-6.2.6-v5-linux-amd64";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int ANSWER_LIMIT_MILLIS = 1000;

    private final ServerProcess process;
    private final int port;

    private ValkeyServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts with its program and log in the directory; port 0 takes a free one. */
    public static ValkeyServer start(Path directory, int port) {
        var chosen = port == 0 ? Ports.free() : port;
        Ports.requireFree("Valkey", chosen);
        var home = directory.toAbsolutePath();
        var command =
                List.of(
                        program(home).toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(chosen),
                        "--dir",
                        home.toString(),
                        "--save",
                        "",
                        "--appendonly",
                        "no");
        var log = home.resolve("valkey.log");
        var process = ServerProcess.start("Valkey", command, Map.of(), log);
        process.awaitReady(() -> answers(chosen), START_LIMIT);
        return new ValkeyServer(process, chosen);
    }

    private static Path program(Path home) {
        var program = home.resolve("valkey-server");
        try (var stream = ValkeyServer.class.getResourceAsStream(PROGRAM)) {
            if (stream == null) {
                throw new ServerFailedException(
                        "No Valkey on the class path ("
                                + PROGRAM
                                + "): add com.github.codemonstur:embedded-redis in test scope");
            }
            Files.createDirectories(home);
            Files.copy(stream, program, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServerFailedException("Valkey cannot be unpacked into " + home, e);
        }
        if (!program.toFile().setExecutable(true)) {
            throw new ServerFailedException(program + " cannot be made executable");
        }
        return program;
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_LIMIT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(UTF_8));
            return new String(socket.getInputStream().readNBytes(5), UTF_8).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.process().pid();
    }

    /** Ends the server, soon after this process has ended, even by kill -9. */
    public ValkeyServer endWithThisProcess() {
        Watchdog.watch(ProcessHandle.current().pid(), pid(), "KILL");
        return this;
    }

    /** kill -9, for tests of what survives it. */
    public void destroyForcibly() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop("TERM", STOP_LIMIT);
    }
}
