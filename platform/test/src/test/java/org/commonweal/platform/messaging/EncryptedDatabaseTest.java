package org.commonweal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;

/** Off loopback a service trusts only the server that it was told to trust. */
class EncryptedDatabaseTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void a_connection_is_encrypted_and_only_to_the_server_that_is_trusted() throws Exception {
        var authority = TestAuthority.in(folder);
        var other = TestAuthority.in(Files.createDirectory(folder.resolve("other")));
        try (var server =
                PostgresServer.start(folder.resolve("data"), 0, authority.postgresSettings())
                        .endWithThisProcess()) {
            assertThat(isEncrypted(server.port(), authority.certificate().toString())).isTrue();
            assertThat(isEncrypted(server.port(), "")).isFalse();
            assertThatThrownBy(() -> isEncrypted(server.port(), other.certificate().toString()))
                    .hasStackTraceContaining("PKIX");
        }
    }

    @Test
    void what_the_environment_says_of_the_brokers_reaches_the_hand_that_brings_letters_back() {
        var environment =
                Map.of(
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "it's me",
                        "SPRING_KAFKA_LISTENER_TYPE", "batch");
        assertThat(Redeliver.brokers(environment))
                .isEqualTo(
                        Map.of("bootstrap.servers", "kafka:9093", "sasl.jaas.config", "it's me"));
        assertThat(Redeliver.brokers(Map.of()))
                .isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9192"));
    }

    private static boolean isEncrypted(int port, String rootCertificate) {
        var configured = new HashMap<String, Object>();
        configured.put("commonweal.service", "postgres");
        configured.put("commonweal.database.port", port);
        configured.put("commonweal.database.name", "postgres");
        configured.put("commonweal.database.user", "postgres");
        configured.put("commonweal.database.password", "postgres");
        configured.put("commonweal.database.scheduler-user", "postgres");
        configured.put("commonweal.database.scheduler-password", "postgres");
        configured.put("commonweal.database.root-certificate", rootCertificate);
        var properties =
                new Binder(new MapConfigurationPropertySource(configured))
                        .bind("commonweal", MessagingProperties.class)
                        .get();
        var pool = new MessagingConfiguration().connections(properties);
        try {
            var query = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
            return Boolean.TRUE.equals(
                    Mono.usingWhen(
                                    pool.create(),
                                    connection ->
                                            Mono.from(connection.createStatement(query).execute())
                                                    .flatMap(result ->
                                                            Mono.from(
                                                                    result.map((row, _) ->
                                                                            row.get(
                                                                                    0,
                                                                                    Boolean
                                                                                            .class)))),
                                    connection -> connection.close())
                            .block(LIMIT));
        } finally {
            pool.dispose();
        }
    }
}
