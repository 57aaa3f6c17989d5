package org.commonweal.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;

/** A real Keycloak on loopback; its data are in PostgreSQL, its realms are imported at start. */
public final class KeycloakServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(150);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /** What the distribution's own script sets, with a small heap and a start without C2. */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xms64m",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:MaxMetaspaceSize=256m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Dpicocli.disable.closures=true",
                    "-Dquarkus-log-max-startup-records=10000");

    private final ServerProcess process;
    private final Settings settings;

    private KeycloakServer(ServerProcess process, Settings settings) {
        this.process = process;
        this.settings = settings;
    }

    /**
     * What one server needs to know.
     *
     * @param directory its own files; realms lie in data/import and are imported when new
     * @param variables what the realm files refer to as ${NAME}
     */
    public record Settings(
            Path directory,
            int port,
            int managementPort,
            PostgresAddress server,
            String database,
            Map<String, String> variables) {

        public Settings {
            variables = Map.copyOf(variables);
        }

        public URI url() {
            return URI.create("http://localhost:" + port);
        }

        public Path realms() {
            return directory.resolve("data").resolve("import");
        }
    }

    /** Starts and waits until the realms answer. */
    public static KeycloakServer start(Settings settings) {
        var process =
                ServerProcess.start(
                        "Keycloak",
                        command(settings),
                        environment(settings),
                        settings.directory().resolve("keycloak.log"));
        process.awaitReady(() -> answers(settings), START_LIMIT);
        return new KeycloakServer(process, settings);
    }

    /** The command line on a directory made ready; the distribution is built when it is missing. */
    public static List<String> command(Settings settings) {
        var distribution = KeycloakDistribution.ready().home();
        var home = settings.directory().toAbsolutePath();
        link(distribution, home);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", distribution.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local"));
        command.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1"));
        command.add("--http-port=" + settings.port());
        command.add("--http-management-port=" + settings.managementPort());
        command.add("--hostname=" + settings.url());
        command.add("--db-url=" + settings.server().jdbcUrl(settings.database()));
        command.addAll(List.of("--db-schema=keycloak", "--db-username=keycloak"));
        command.addAll(List.of("--db-pool-initial-size=1", "--db-pool-max-size=10"));
        return List.copyOf(command);
    }

    /** Secrets go by environment, which other users of the machine cannot read. */
    public static Map<String, String> environment(Settings settings) {
        var environment = new HashMap<>(settings.variables());
        environment.putIfAbsent("KC_DB_PASSWORD", "keycloak");
        // A database that was away leaves dead connections, each of which would fail a login.
        environment.put("QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW", "true");
        return Map.copyOf(environment);
    }

    /** Programs are shared by link, so that each directory has data of its own. */
    private static void link(Path distribution, Path home) {
        try {
            Files.createDirectories(home.resolve("data").resolve("import"));
            for (var part : List.of("lib", "conf", "providers", "themes")) {
                var link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(part));
            }
        } catch (IOException e) {
            throw new ServerFailedException("Keycloak cannot use " + home, e);
        }
    }

    /** Whether the server is ready to log people in. */
    public static boolean answers(Settings settings) {
        var health = "http://127.0.0.1:" + settings.managementPort() + "/health/ready";
        var request = HttpRequest.newBuilder(URI.create(health)).timeout(Duration.ofSeconds(5));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The platform's realm as a file, with ${NAME} for what differs between installations. */
    public static String platformRealm() {
        return new String(KeycloakDistribution.read("/realms/commonweal.json"), UTF_8);
    }

    public URI url() {
        return settings.url();
    }

    public long pid() {
        return process.process().pid();
    }

    @Override
    public void close() {
        process.stop("TERM", STOP_LIMIT);
    }
}
