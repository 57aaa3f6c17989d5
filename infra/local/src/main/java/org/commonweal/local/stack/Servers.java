package org.commonweal.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.keycloak.KeycloakServer;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoRealms;
import org.commonweal.local.mail.MailCatcher;
import org.commonweal.local.supervisor.Unit.Launch;
import org.commonweal.local.supervisor.Unit.Part;

/**
 * The parts that are not ours: database, broker, login, and the mail server that keeps all mail.
 */
record Servers(Home home, PortPlan ports, Probe probe) {

    static final String DATABASE = "commonweal";
    static final Duration START_LIMIT = Duration.ofMinutes(10);

    PostgresAddress database() {
        return new PostgresAddress("127.0.0.1", ports.postgres());
    }

    String databaseUrl() {
        return database().jdbcUrl(DATABASE);
    }

    Part postgres() {
        return new Part(
                "postgres",
                List.of(ports.postgres()),
                Set.of(),
                () ->
                        new Launch(
                                PostgresServer.command(home.postgres(), ports.postgres(), Map.of()),
                                Map.of()),
                () -> PostgresServer.answers(database()),
                START_LIMIT,
                // A fast shutdown: it does not wait for clients, and nothing needs recovery.
                "INT");
    }

    Part kafka() {
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

    Part keycloak() {
        var settings =
                new KeycloakServer.Settings(
                        home.keycloak(),
                        ports.keycloak(),
                        PortPlan.management(ports.keycloak()),
                        database(),
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

    Part mail() {
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
}
