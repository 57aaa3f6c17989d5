package org.commonweal.local.stack;

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

    private static final String DATABASE = "commonweal";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final Home home;
    private final PortPlan ports;
    private final PostgresAddress postgres;
    private final List<Deployable> services;
    private final Deployable relay;
    private final Deployable gateway;
    private final HttpClient http;
    private final Probe probe;

    public Stack(Path checkout, Home home, PortPlan ports, HttpClient http) {
        this.home = home;
        this.ports = ports;
        this.postgres = new PostgresAddress("127.0.0.1", ports.postgres());
        this.services =
                List.of(
                        service(checkout, "membership", ports.membership()),
                        service(checkout, "purpose", ports.purpose()),
                        service(checkout, "contribution", ports.contribution()),
                        service(checkout, "recognition", ports.recognition()));
        this.relay = new Deployable("relay", checkout.resolve("infra/relay"), ports.relay());
        this.gateway = new Deployable("gateway", checkout.resolve("gateway"), ports.gateway());
        this.http = http;
        this.probe = new Probe(http);
    }

    private static Deployable service(Path checkout, String name, int port) {
        return new Deployable(name, checkout.resolve(name + "-service"), port);
    }

    public PortPlan ports() {
        return ports;
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
                        () -> CommonwealDatabase.prepare(postgres, DATABASE)));
        units.add(keycloak());
        var migrated = new TreeSet<String>();
        for (var service : services) {
            var migrations = migrations(service);
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
                                .play(ports.url(), ports.loginUrl());
                    } catch (RuntimeException e) {
                        System.err.println(
                                "The demo alliance is not complete, the next start goes on: "
                                        + e.getMessage());
                    }
                });
    }

    /** Applies all migrations to the database that runs, and says what was done. */
    public List<String> migrate() {
        CommonwealDatabase.prepare(postgres, DATABASE);
        return services.stream()
                .map(service -> service.name() + ": " + migrations(service).apply())
                .toList();
    }

    private Migrations migrations(Deployable service) {
        return new Migrations(service, home, postgres.jdbcUrl(DATABASE));
    }

    private Part postgres() {
        return new Part(
                "postgres",
                List.of(ports.postgres()),
                Set.of(),
                () ->
                        new Launch(
                                PostgresServer.command(home.postgres(), ports.postgres(), Map.of()),
                                Map.of()),
                () -> PostgresServer.answers(postgres),
                START_LIMIT,
                // A fast shutdown: it does not wait for clients, and nothing needs recovery.
                "INT");
    }

    private Part kafka() {
        return new Part(
                "kafka",
                List.of(ports.kafka(), ports.kafka() + 1),
                Set.of(),
                () ->
                        new Launch(
                                KafkaServer.command(
                                        home.kafka(), ports.kafka(), ports.kafka() + 1, List.of()),
                                Map.of()),
                () -> KafkaServer.isReady(home.kafka()),
                START_LIMIT,
                "TERM");
    }

    private Part keycloak() {
        var settings =
                new KeycloakServer.Settings(
                        home.keycloak(),
                        ports.keycloak(),
                        PortPlan.management(ports.keycloak()),
                        postgres,
                        DATABASE,
                        DemoRealms.variables(
                                "" + ports.url(), "" + ports.loginUrl(), ports.smtp()));
        return new Part(
                "keycloak",
                List.of(settings.port(), settings.managementPort()),
                Set.of("database"),
                () -> {
                    new DemoRealms(DemoAlliance.load()).write(settings.realms());
                    return new Launch(
                            KeycloakServer.command(settings), KeycloakServer.environment(settings));
                },
                () -> probe.answersOk(settings.managementPort(), "/health/ready"),
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
                        Integer.toString(ports.smtp()),
                        Integer.toString(ports.mailPage()));
        return new Part(
                "mail",
                List.of(ports.smtp(), ports.mailPage()),
                Set.of(),
                () -> new Launch(command, Map.of()),
                () -> probe.answersOk(ports.mailPage(), "/api/messages"),
                START_LIMIT,
                "TERM");
    }

    private Part application(Deployable application, Set<String> after) {
        var management = PortPlan.management(application.port());
        return new Part(
                application.name(),
                List.of(application.port(), management),
                after,
                () ->
                        new Launch(
                                application.command(List.of()),
                                ports.environment(application.port())),
                () -> probe.answersOk(management, "/actuator/health/readiness"),
                START_LIMIT,
                "TERM");
    }
}
