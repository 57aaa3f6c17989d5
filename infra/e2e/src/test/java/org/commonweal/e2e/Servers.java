package org.commonweal.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoRealms;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** PostgreSQL, Kafka and Keycloak in containers, asked in the words of their official images. */
record Servers(Network network, StandIns images) {

    GenericContainer<?> postgres() {
        return new GenericContainer<>(images.postgres())
                .withNetwork(network)
                .withNetworkAliases("postgres")
                .withEnv("POSTGRES_PASSWORD", "postgres")
                .withCommand("postgres", "-c", "wal_level=logical", "-c", "max_connections=200")
                .withExposedPorts(5432);
    }

    GenericContainer<?> kafka() {
        return new GenericContainer<>(images.kafka())
                .withNetwork(network)
                .withNetworkAliases("kafka")
                .withEnv(
                        Map.ofEntries(
                                Map.entry("KAFKA_NODE_ID", "1"),
                                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                                Map.entry(
                                        "KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
                                Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:9092"),
                                Map.entry(
                                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                                Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1"),
                                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")))
                .withExposedPorts(9092)
                .waitingFor(Wait.forListeningPorts(9092).withStartupTimeout(Containers.PATIENCE));
    }

    GenericContainer<?> keycloak(URI url, int port) {
        var login = "http://localhost:" + port;
        var own = Containers.CHECKOUT.resolve("infra/keycloak/src/main/resources/distribution");
        var realms = Path.of("target/realms").toAbsolutePath();
        new DemoRealms(DemoAlliance.load()).write(realms);
        var container =
                new GenericContainer<>(images.keycloak())
                        .withNetwork(network)
                        .withNetworkAliases("keycloak")
                        .withEnv(DemoRealms.variables("" + url, login, 25))
                        .withEnv("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx320m")
                        .withEnv(
                                "KC_DB_URL",
                                "jdbc:postgresql://postgres:5432/" + Containers.DATABASE)
                        .withEnv("KC_DB_SCHEMA", "keycloak")
                        .withEnv("KC_DB_USERNAME", "keycloak")
                        .withEnv("KC_DB_PASSWORD", "keycloak")
                        .withCommand(
                                "start",
                                "--import-realm",
                                "--cache=local",
                                "--http-enabled=true",
                                "--http-port=" + port,
                                "--hostname=" + login)
                        .withExposedPorts(9000)
                        .waitingFor(
                                Wait.forHttp("/health/ready")
                                        .forPort(9000)
                                        .withStartupTimeout(Containers.PATIENCE));
        // Its issuer is one address, for the person outside and for its own realms inside.
        container.setPortBindings(List.of(port + ":" + port));
        for (var file : List.of("conf/keycloak.conf", "themes/commonweal")) {
            container.withCopyFileToContainer(
                    MountableFile.forHostPath(own.resolve(file)), "/opt/keycloak/" + file);
        }
        return container.withCopyFileToContainer(
                MountableFile.forHostPath(realms), "/opt/keycloak/data/import");
    }
}
