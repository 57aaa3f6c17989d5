package org.commonweal.local.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.keycloak.KeycloakServer;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoRealms;
import org.commonweal.local.demo.DemoSeed;
import org.commonweal.local.mail.MailCatcher;
import org.commonweal.local.supervisor.Unit;
import org.commonweal.local.supervisor.Unit.Launch;
import org.commonweal.local.supervisor.Unit.Part;
import org.commonweal.local.supervisor.Unit.Step;

/** The whole platform on one machine: who needs what, and who waits for whom. */
public final class Stack {

    public static final String URL = "http://localhost:8080";
    public static final String LOGIN_URL = "http://localhost:8180";
    public static final String MAIL_URL = "http://localhost:8126";

    private static final int POSTGRES_PORT = 5440;
    private static final int KAFKA_PORT = 9192;
    private static final int KEYCLOAK_PORT = 8180;
    private static final int SMTP_PORT = 8125;
    private static final int MAIL_PAGE_PORT = 8126;

    private static final String DATABASE = "commonweal";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final PostgresAddress POSTGRES = new PostgresAddress("127.0.0.1", POSTGRES_PORT);

    private final Home home;
    private final List<Deployable> services;
    private final Deployable relay;
    private final Deployable gateway;
    private final HttpClient http;
    private final Probe probe;

    public Stack(Path checkout, Home home, HttpClient http) {
        this.home = home;
        this.services =
                List.of(
                        new Deployable("membership", checkout.resolve("membership-service"), 8101),
                        new Deployable("purpose", checkout.resolve("purpose-service"), 8102),
                        new Deployable(
                                "contribution", checkout.resolve("contribution-service"), 8103),
                        new Deployable(
                                "recognition", checkout.resolve("recognition-service"), 8104));
        this.relay = new Deployable("relay", checkout.resolve("infra/relay"), 8105);
        this.gateway = new Deployable("gateway", checkout.resolve("gateway"), 8080);
        this.http = http;
        this.probe = new Probe(http);
    }

    /** What the build makes ready. */
    public List<Deployable> deployables() {
        var all = new ArrayList<>(services);
        all.add(relay);
        all.add(gateway);
        return List.copyOf(all);
    }

    public List<Unit> units() {
        var units = new ArrayList<Unit>();
        units.add(postgres());
        units.add(kafka());
        units.add(mail());
        units.add(
                new Step(
                        "database",
                        Set.of("postgres"),
                        () -> CommonwealDatabase.prepare(POSTGRES, DATABASE)));
        units.add(keycloak());
        var migrated = new TreeSet<String>();
        for (var service : services) {
            var migrations = new Migrations(service, home);
            var step = service.name() + "-schema";
            units.add(new Step(step, Set.of("database"), migrations::applyWhatIsNew));
            migrated.add(step);
        }
        migrated.add("kafka");
        // The relay makes the topics that all others read.
        units.add(application(relay, migrated));
        services.forEach(service -> units.add(application(service, Set.of("relay"))));
        units.add(application(gateway, Set.of("relay")));
        units.add(demo());
        return List.copyOf(units);
    }

    /** A demo that could not be played to its end keeps nothing from running. */
    private Step demo() {
        var after = new TreeSet<>(Set.of("gateway", "keycloak", "mail"));
        services.forEach(service -> after.add(service.name()));
        return new Step(
                "demo",
                after,
                () -> {
                    try {
                        new DemoSeed(home.marks(), http, Clock.systemUTC())
                                .play(URI.create(URL), URI.create(LOGIN_URL));
                    } catch (RuntimeException e) {
                        System.err.println(
                                "The demo alliance is not complete, the next start goes on: "
                                        + e.getMessage());
                    }
                });
    }

    /** Applies all migrations to the database that runs, and says what was done. */
    public List<String> migrate() {
        CommonwealDatabase.prepare(POSTGRES, DATABASE);
        return services.stream()
                .map(service -> service.name() + ": " + new Migrations(service, home).apply())
                .toList();
    }

    private Part postgres() {
        return new Part(
                "postgres",
                List.of(POSTGRES_PORT),
                Set.of(),
                () ->
                        new Launch(
                                PostgresServer.command(home.postgres(), POSTGRES_PORT, Map.of()),
                                Map.of()),
                () -> PostgresServer.answers(POSTGRES),
                START_LIMIT,
                // A fast shutdown: it does not wait for clients, and nothing needs recovery.
                "INT");
    }

    private Part kafka() {
        return new Part(
                "kafka",
                List.of(KAFKA_PORT, KAFKA_PORT + 1),
                Set.of(),
                () ->
                        new Launch(
                                KafkaServer.command(
                                        home.kafka(), KAFKA_PORT, KAFKA_PORT + 1, List.of()),
                                Map.of()),
                () -> KafkaServer.isReady(home.kafka()),
                START_LIMIT,
                "TERM");
    }

    private Part keycloak() {
        var settings =
                new KeycloakServer.Settings(
                        home.keycloak(),
                        KEYCLOAK_PORT,
                        KEYCLOAK_PORT + 1000,
                        POSTGRES,
                        DATABASE,
                        DemoRealms.variables(URL, LOGIN_URL, SMTP_PORT));
        return new Part(
                "keycloak",
                List.of(KEYCLOAK_PORT, KEYCLOAK_PORT + 1000),
                Set.of("database"),
                () -> {
                    new DemoRealms(DemoAlliance.load()).write(settings.realms());
                    return new Launch(
                            KeycloakServer.command(settings), KeycloakServer.environment(settings));
                },
                () -> probe.answersOk(KEYCLOAK_PORT + 1000, "/health/ready"),
                START_LIMIT,
                "TERM");
    }

    private Part mail() {
        var command =
                List.of(
                        Deployable.javaProgram(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailCatcher.class.getName(),
                        Integer.toString(SMTP_PORT),
                        Integer.toString(MAIL_PAGE_PORT));
        return new Part(
                "mail",
                List.of(SMTP_PORT, MAIL_PAGE_PORT),
                Set.of(),
                () -> new Launch(command, Map.of()),
                () -> probe.answersOk(MAIL_PAGE_PORT, "/api/messages"),
                START_LIMIT,
                "TERM");
    }

    private Part application(Deployable application, Set<String> after) {
        var management = application.port() + 1000;
        return new Part(
                application.name(),
                List.of(application.port(), management),
                after,
                () -> new Launch(application.command(List.of()), Map.of()),
                () -> probe.answersOk(management, "/actuator/health/readiness"),
                START_LIMIT,
                "TERM");
    }
}
