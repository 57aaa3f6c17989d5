package org.commonweal.embedded.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.MachineLock;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.Watchdog;

/**
 * One PostgreSQL for all test processes of a build, where each test class has a database of its
 * own; one Kafka for each test process, since topics have one name and a consumer reads all that is
 * in them. The first that asks starts a server, the others find its port in a file, and it ends
 * with its owner, even when that is killed.
 */
public final class TestServers {

    private static final Map<String, String> SPEED_OVER_DURABILITY =
            Map.of(
                    "fsync", "off",
                    "synchronous_commit", "off",
                    "full_page_writes", "off",
                    "max_wal_size", "2GB");

    private TestServers() {}

    public static PostgresAddress postgres() {
        return new PostgresAddress(
                "127.0.0.1", port("postgres", build(), TestServers::startPostgres));
    }

    /** The bootstrap address. */
    public static String kafka() {
        return "127.0.0.1:" + port("kafka", ProcessHandle.current(), TestServers::startKafka);
    }

    private static int startKafka(Path directory) {
        var server = KafkaServer.start(directory.resolve("data"), 0);
        Watchdog.watch(ProcessHandle.current().pid(), server.pid(), "KILL", directory);
        return server.port();
    }

    private static int startPostgres(Path directory) {
        var server = PostgresServer.start(directory.resolve("data"), 0, SPEED_OVER_DURABILITY);
        Watchdog.watch(build().pid(), server.pid(), "QUIT", directory);
        return server.port();
    }

    private static int port(String kind, ProcessHandle owner, Function<Path, Integer> start) {
        var directory = directory(kind, owner);
        try {
            Files.createDirectories(directory);
            // Beside the directory, which goes with the build.
            return MachineLock.holding(
                    directory.resolveSibling("commonweal-tests-" + kind + ".lock"),
                    () -> {
                        var file = directory.resolve("port");
                        if (!Files.exists(file)) {
                            var port = start.apply(directory);
                            Files.writeString(file, Integer.toString(port), UTF_8);
                        }
                        return Integer.parseInt(Files.readString(file, UTF_8));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(String kind, ProcessHandle owner) {
        var since = owner.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L);
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "commonweal-tests-" + owner.pid() + "-" + since + "-" + kind);
    }

    /** The outermost Java process above this one: Maven, or this one itself inside an editor. */
    private static ProcessHandle build() {
        var build = ProcessHandle.current();
        for (var above = build.parent(); above.isPresent(); above = above.get().parent()) {
            if (above.get().info().command().filter(c -> c.endsWith("/java")).isPresent()) {
                build = above.get();
            }
        }
        return build;
    }
}
