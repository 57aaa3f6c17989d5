package org.commonweal.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.embedded.Watchdog;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.PortPlan;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.Hold;
import org.commonweal.local.supervisor.PidFile;
import org.commonweal.local.supervisor.Preconditions;
import org.commonweal.local.supervisor.StartFailedException;
import org.commonweal.local.supervisor.Status;
import org.commonweal.local.supervisor.Status.PartStatus;
import org.commonweal.local.supervisor.Status.State;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What {@code ./commonweal up --detach} starts, beside any other installation of this machine: a
 * home and ports of its own, started once for all tests of this module and ended after them.
 */
final class Platform implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private static final Path CHECKOUT =
            Path.of(System.getProperty("commonweal.checkout", "../.."));

    private final Home home;
    private final PortPlan ports;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Platform(Home home, PortPlan ports) {
        this.home = home;
        this.ports = ports;
    }

    /** Gives the one platform to every test that asks for it. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Platform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Platform.class, key -> started(), Platform.class);
        }
    }

    private static Platform started() {
        var home = new Home(Path.of("target/home").toAbsolutePath());
        var platform = new Platform(home, freePorts(home));
        platform.command("up", "--detach", "--fresh");
        platform.watch();
        return platform;
    }

    private static PortPlan freePorts(Home home) {
        return IntStream.iterate(10_000, offset -> offset < 22_000, offset -> offset + 3_000)
                .mapToObj(PortPlan::new)
                .filter(ports -> isFree(home, ports))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports from 15440 on"));
    }

    private static boolean isFree(Home home, PortPlan ports) {
        try {
            Preconditions.requireFreePorts(
                    new Stack(CHECKOUT, home, ports, HttpClient.newHttpClient()).units());
            return true;
        } catch (StartFailedException taken) {
            return false;
        }
    }

    /** Runs a command of the script's and returns what it printed. */
    String command(String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var checkout = CHECKOUT.toAbsolutePath().normalize();
        var command = new ArrayList<>(List.of(java, "-Dcommonweal.checkout=" + checkout));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-jar", "" + checkout.resolve("infra/local/target/commonweal.jar")));
        command.addAll(List.of(arguments));
        return ServerProcess.run(
                command,
                Map.of(
                        "COMMONWEAL_HOME",
                        home.directory().toString(),
                        PortPlan.VARIABLE,
                        Integer.toString(ports.offset())));
    }

    /** What a command printed that ended with an exit code. */
    String failing(String... arguments) {
        try {
            throw new AssertionError("did not fail: " + command(arguments));
        } catch (ServerFailedException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    /** Ends the platform also when these tests are killed. */
    private void watch() {
        Watchdog.watch(ProcessHandle.current().pid(), supervisor().pid(), "TERM");
    }

    ProcessHandle supervisor() {
        return PidFile.read(home.run().resolve("supervisor.pid"))
                .flatMap(PidFile::process)
                .orElseThrow();
    }

    /** kill -9 of a part; the supervisor starts it again. */
    void kill(String part) {
        var pid = Objects.requireNonNull(awaitReady(part).pid());
        ServerProcess.signal(pid, "KILL");
    }

    /** Keeps a part down until this is closed. */
    Hold hold(String part) {
        return Hold.of(home.run(), part);
    }

    /** As the server's superuser. */
    void execute(String sql) throws SQLException {
        var database = new Stack(CHECKOUT, home, ports, http).database();
        try (var connection = CommonwealDatabase.superuser(database, Stack.DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the relay says of itself. */
    String relayHealth() throws IOException {
        var page =
                "http://127.0.0.1:%d/actuator/health".formatted(status("relay").ports().getLast());
        var request = HttpRequest.newBuilder(URI.create(page)).timeout(ANSWER_LIMIT).build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    PartStatus awaitReady(String part) {
        Awaitility.await(part + " serves")
                .atMost(PATIENCE)
                .until(() -> status(part).state() == State.READY && isAlive(status(part)));
        return status(part);
    }

    private static boolean isAlive(PartStatus part) {
        return part.pid() != null && ProcessHandle.of(part.pid()).isPresent();
    }

    PartStatus status(String part) {
        return status().parts().stream()
                .filter(p -> p.name().equals(part))
                .findFirst()
                .orElseThrow();
    }

    Status status() {
        return Status.read(home.run()).orElseThrow();
    }

    URI url() {
        return ports.url();
    }

    URI loginUrl() {
        return ports.loginUrl();
    }

    URI mailUrl() {
        return ports.mailUrl();
    }

    Path checkout() {
        return CHECKOUT.toAbsolutePath().normalize();
    }

    HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        command("down");
    }
}
