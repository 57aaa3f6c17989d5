package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestAuthority;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Off loopback the relay trusts only the server that it was told to trust. */
class EncryptedTest {

    private static final String IS_ENCRYPTED =
            "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

    private static final String READERS =
            "SELECT count(*) FROM pg_stat_replication WHERE usename = 'relay'";

    private static final String PLAIN =
            """
            SELECT count(*) FROM pg_stat_activity JOIN pg_stat_ssl USING (pid)
            WHERE usename = 'relay' AND NOT ssl
            """;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void every_connection_to_the_database_is_encrypted() throws Exception {
        var authority = TestAuthority.in(folder);
        try (var server =
                        PostgresServer.start(
                                        folder.resolve("data"), 0, authority.postgresSettings())
                                .endWithThisProcess();
                var database = JournalDatabase.on(server.address());
                var relay = start(database.properties(), authority.certificate())) {
            relay.await(Status.UP);
            try (var connection = relay.bean(DatabaseProperties.class).connect();
                    var row = connection.createStatement().executeQuery(IS_ENCRYPTED)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isTrue();
            }
            try (var connection = CommonwealDatabase.superuser(server.address(), database.name())) {
                Awaitility.await().atMost(LIMIT).until(() -> count(connection, READERS) > 0);
                assertThat(count(connection, PLAIN)).isZero();
            }
        }
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (var row = connection.createStatement().executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }

    @Test
    void a_server_of_another_authority_is_refused() throws Exception {
        var authority = TestAuthority.in(folder);
        var other = TestAuthority.in(Files.createDirectory(folder.resolve("other")));
        try (var server =
                PostgresServer.start(folder.resolve("data"), 0, authority.postgresSettings())
                        .endWithThisProcess()) {
            var trusting =
                    new DatabaseProperties(
                            "127.0.0.1",
                            server.port(),
                            "postgres",
                            "postgres",
                            "postgres",
                            other.certificate().toString());
            assertThatThrownBy(trusting::connect)
                    .isInstanceOf(SQLException.class)
                    .hasStackTraceContaining("PKIX");
        }
    }

    @Test
    void what_the_environment_says_of_the_brokers_reaches_the_client() {
        var environment =
                Map.<String, Object>of(
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SSL",
                        "SPRING_KAFKA_PROPERTIES_SSL_TRUSTSTORE_TYPE", "PEM",
                        "SPRING_KAFKA_PROPERTIES_SSL_TRUSTSTORE_LOCATION", "/nowhere/ca.crt");
        var configured = new StandardEnvironment();
        configured
                .getPropertySources()
                .replace(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        var brokers = Binder.get(configured).bind("spring.kafka", BrokerProperties.class).get();
        assertThat(brokers.client(Map.of("acks", "all")))
                .containsEntry("bootstrap.servers", "127.0.0.1:1")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("acks", "all");
        assertThatThrownBy(() -> Publisher.to(brokers, new RelayState(java.time.Clock.systemUTC())))
                .isInstanceOf(KafkaException.class)
                .hasStackTraceContaining("/nowhere/ca.crt");
    }

    private static RelayUnderTest start(Map<String, String> database, Path certificate) {
        var properties = new HashMap<>(database);
        properties.put("commonweal.database.root-certificate", certificate.toString());
        return RelayUnderTest.start(properties, TestServers.kafka(), "encrypted");
    }
}
