package org.commonweal.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.ServerProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.lifecycle.Startables;

/** The platform from its images, as `./commonweal images` builds them, on servers in containers. */
final class Containers implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(10);
    static final Path CHECKOUT =
            Path.of(System.getProperty("commonweal.checkout", "../..")).toAbsolutePath();
    static final String DATABASE = "commonweal";

    private static final List<String> SERVICES =
            List.of("membership", "purpose", "contribution", "recognition");

    private final Network network = Network.newNetwork();
    private final Map<String, GenericContainer<?>> servers = new LinkedHashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "0.0.0.0", "smtp"));
    private final int gatewayPort = Ports.free();
    private final int loginPort = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean begun;
    private @Nullable RuntimeException failure;

    /** Gives the one platform to every test that asks for it, where there is an engine. */
    static final class Extension implements ExecutionCondition, ParameterResolver {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return DockerClientFactory.instance().isDockerAvailable()
                    ? ConditionEvaluationResult.enabled("an engine answers")
                    : ConditionEvaluationResult.disabled(
                            "the images are not started: no Docker engine answers here");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Containers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Containers.class, key -> new Containers(), Containers.class)
                    .started();
        }
    }

    /** Tried once: what failed for one test fails for the next without another start. */
    private Containers started() {
        if (!begun) {
            begun = true;
            try {
                start();
                parts.forEach((name, part) -> System.out.println(name + ": " + part.start()));
            } catch (RuntimeException e) {
                failure = e;
                containers()
                        .filter(GenericContainer::isCreated)
                        .forEach(one ->
                                System.out.println(
                                        one.getDockerImageName() + "\n" + one.getLogs()));
            }
        }
        if (failure != null) {
            throw failure;
        }
        return this;
    }

    /** Builds what is not built, and starts everything in the order of an installation. */
    void start() {
        buildImages();
        mail.start();
        var made = new Servers(network, new StandIns(Part.image("base")));
        servers.put("postgres", made.postgres());
        servers.put("kafka", made.kafka());
        Startables.deepStart(servers.values()).join();
        Awaitility.await("PostgreSQL answers")
                .atMost(PATIENCE)
                .until(() -> PostgresServer.answers(database()));
        CommonwealDatabase.prepare(database(), DATABASE);
        servers.put("keycloak", made.keycloak(url(), loginPort));
        var login = Startables.deepStart(server("keycloak"));
        SERVICES.forEach(this::migrateAgain);
        // The relay makes the topics that all others read.
        parts.put("relay", new Part("relay", 9105, network, settings()));
        part("relay").container().start();
        SERVICES.forEach(name ->
                parts.put(
                        name,
                        new Part(
                                name + "-service",
                                9101 + SERVICES.indexOf(name),
                                network,
                                settings())));
        parts.put("gateway", new Part("gateway", 9080, network, settings()).at(gatewayPort, 8080));
        Startables.deepStart(parts.values().stream().map(Part::container)).join();
        login.join();
    }

    /** As a step of its own, with the role that owns the schemas; says what it printed. */
    String migrateAgain(String service, String... options) {
        var command = new ArrayList<>(List.of(options));
        command.addAll(List.of("-cp", "/app/app.jar"));
        command.addAll(List.of("org.commonweal.platform.messaging.Migrate", service));
        return Part.runOnce(
                service + "-service", network, settings(), command.toArray(String[]::new));
    }

    private static void buildImages() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var supervisor = CHECKOUT.resolve("infra/local/target/commonweal.jar").toString();
        System.out.println(
                ServerProcess.run(
                        List.of(
                                java,
                                "-Dcommonweal.checkout=" + CHECKOUT.normalize(),
                                "-jar",
                                supervisor,
                                "images")));
    }

    /** One set for all parts: each takes what is its own. */
    private Map<String, String> settings() {
        var realm = "/realms/commonweal";
        var inside = "http://keycloak:" + loginPort + realm;
        var told = new TreeMap<String, String>();
        told.put("COMMONWEAL_DATABASE_URL", "jdbc:postgresql://postgres:5432/" + DATABASE);
        told.put("COMMONWEAL_DATABASE_HOST", "postgres");
        told.put("COMMONWEAL_DATABASE_PORT", "5432");
        told.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
        told.put("SPRING_MAIL_HOST", "host.docker.internal");
        told.put("SPRING_MAIL_PORT", "" + mail.getSmtp().getPort());
        told.put("COMMONWEAL_ISSUER", loginUrl() + realm);
        told.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI",
                inside + "/protocol/openid-connect/certs");
        told.put("COMMONWEAL_LOGIN_ISSUER", loginUrl() + realm);
        told.put("COMMONWEAL_LOGIN_BACKCHANNEL", inside);
        told.put("COMMONWEAL_LOGIN_PUBLICURL", "" + url());
        told.put("COMMONWEAL_MEMBERSHIP_PUBLICADDRESS", "" + url());
        told.put("COMMONWEAL_SERVICES_MEMBERSHIP", "http://membership-service:8101");
        told.put("COMMONWEAL_SERVICES_PURPOSE", "http://purpose-service:8102");
        told.put("COMMONWEAL_SERVICES_CONTRIBUTION", "http://contribution-service:8103");
        told.put("COMMONWEAL_SERVICES_RECOGNITION", "http://recognition-service:8104");
        return told;
    }

    private GenericContainer<?> server(String name) {
        return Objects.requireNonNull(servers.get(name), name);
    }

    private Part part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    Map<String, Part> parts() {
        return parts;
    }

    private Stream<GenericContainer<?>> containers() {
        return Stream.concat(
                parts.values().stream().map(Part::container), servers.values().stream());
    }

    /** The text of the first mail to somebody. */
    String awaitMail(String address) {
        var found = new AtomicReference<>("");
        Awaitility.await("mail to " + address)
                .atMost(PATIENCE)
                .until(() -> {
                    for (var message : mail.getReceivedMessages()) {
                        if (message.getAllRecipients()[0].toString().equals(address)) {
                            found.set((String) message.getContent());
                        }
                    }
                    return !found.get().isEmpty();
                });
        return found.get();
    }

    PostgresAddress database() {
        return new PostgresAddress(
                server("postgres").getHost(), server("postgres").getMappedPort(5432));
    }

    Entrance entrance() {
        return new Entrance(http, url(), loginUrl());
    }

    private URI url() {
        return URI.create("http://localhost:" + gatewayPort);
    }

    private URI loginUrl() {
        return URI.create("http://localhost:" + loginPort);
    }

    @Override
    public void close() {
        containers().forEach(GenericContainer::stop);
        network.close();
        mail.stop();
    }
}
