package org.commonweal.local.stack;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.local.demo.DemoSeed;
import org.commonweal.local.supervisor.Unit;
import org.commonweal.local.supervisor.Unit.Launch;
import org.commonweal.local.supervisor.Unit.Part;
import org.commonweal.local.supervisor.Unit.Step;

/** The whole platform on one machine: who needs what, and who waits for whom. */
public final class Stack {

    /** The one database of an installation. */
    public static final String DATABASE = Servers.DATABASE;

    private static final String REBUILD = "org.commonweal.platform.messaging.Rebuild";

    private final Home home;
    private final PortPlan ports;
    private final Servers servers;
    private final List<Deployable> services;
    private final Deployable relay;
    private final Deployable gateway;
    private final HttpClient http;
    private final Probe probe;

    public Stack(Path checkout, Home home, PortPlan ports, HttpClient http) {
        this.home = home;
        this.ports = ports;
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
        this.servers = new Servers(home, ports, probe);
    }

    private static Deployable service(Path checkout, String name, int port) {
        return new Deployable(name, checkout.resolve(name + "-service"), port);
    }

    public PortPlan ports() {
        return ports;
    }

    /** Where the database answers while it runs. */
    public PostgresAddress database() {
        return servers.database();
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
        units.add(servers.postgres());
        units.add(servers.kafka());
        units.add(servers.mail());
        units.add(
                new Step(
                        "database",
                        Set.of("postgres"),
                        () -> CommonwealDatabase.prepare(servers.database(), Servers.DATABASE)));
        units.add(servers.keycloak());
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
        CommonwealDatabase.prepare(servers.database(), Servers.DATABASE);
        return services.stream()
                .map(service -> service.name() + ": " + migrations(service).apply())
                .toList();
    }

    /** The services that keep copies of what others say. */
    public List<String> rebuildable() {
        return services.stream().map(Deployable::name).toList();
    }

    /** Builds a held service's read models anew from the journals, and says what was done. */
    public List<String> rebuild(String name) {
        var service =
                services.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
        return List.of(
                run(relay, relay.command(List.of(), "--replay-for", name)),
                run(service, service.command(REBUILD, name)));
    }

    /** Has the relay make good a lost slot, and says what was sent again. */
    public String recover(List<String> options) {
        var arguments = new ArrayList<>(List.of("--recover"));
        arguments.addAll(options);
        return run(relay, relay.command(List.of(), arguments.toArray(String[]::new)));
    }

    private String run(Deployable application, List<String> command) {
        var environment = new TreeMap<>(ports.environment(application.port()));
        environment.put("COMMONWEAL_DATABASE_URL", servers.databaseUrl());
        return ServerProcess.run(command, environment).lines().reduce("", (_, last) -> last);
    }

    private Migrations migrations(Deployable service) {
        return new Migrations(service, home, servers.databaseUrl());
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
                Servers.START_LIMIT,
                "TERM");
    }
}
