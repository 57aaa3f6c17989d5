package org.commonweal.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.embedded.Watchdog;
import org.commonweal.local.Installation;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.Hold;
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

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final Installation installation;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private Platform(Installation installation) {
        this.installation = installation;
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
        var checkout = Path.of(System.getProperty("commonweal.checkout", "../.."));
        var platform = new Platform(Installation.in(Path.of("target/home"), checkout, Map.of()));
        platform.command("up", "--detach", "--fresh");
        platform.watch();
        return platform;
    }

    /** Runs a command of the script's and returns what it printed. */
    String command(String... arguments) {
        return installation.command(arguments);
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
        return installation.supervisor();
    }

    /** kill -9 of a part; the supervisor starts it again. */
    void kill(String part) {
        var pid = Objects.requireNonNull(awaitReady(part).pid());
        ServerProcess.signal(pid, "KILL");
    }

    /** Keeps a part down until this is closed. */
    Hold hold(String part) {
        return Hold.of(installation.home().run(), part);
    }

    /** As the server's superuser. */
    void execute(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the database itself says, also while nobody may ask the services. */
    long count(String query) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection superuser() throws SQLException {
        var database =
                new Stack(checkout(), installation.home(), installation.ports(), http).database();
        return CommonwealDatabase.superuser(database, Stack.DATABASE);
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
        return installation.status(part);
    }

    Status status() {
        return installation.status();
    }

    Entrance entrance() {
        return new Entrance(http, url(), loginUrl());
    }

    URI url() {
        return installation.ports().url();
    }

    URI loginUrl() {
        return installation.ports().loginUrl();
    }

    URI mailUrl() {
        return installation.ports().mailUrl();
    }

    Path checkout() {
        return installation.checkout();
    }

    HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        command("down");
    }
}
