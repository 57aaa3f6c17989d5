package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.commonweal.embedded.KafkaServer;
import org.commonweal.embedded.PostgresServer;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.platform.messaging.Freshness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What the three groups say while the servers behind the service die and come back. */
@SuppressWarnings("NullAway.Init") // set before the service starts
class HealthTest extends ContributionTest {

    @TempDir static Path directory;

    private PostgresServer postgres;
    private KafkaServer kafka;

    @Override
    TestDatabase createDatabase() {
        postgres = PostgresServer.start(directory.resolve("postgres"), 0).endWithThisProcess();
        return TestDatabase.on(postgres.address(), migrations());
    }

    @Override
    String kafka() {
        kafka = KafkaServer.start(directory.resolve("kafka"), 0).endWithThisProcess();
        return kafka.bootstrapServers();
    }

    @Override
    void stopTheServers() {
        kafka.close();
        postgres.close();
    }

    @Test
    void a_service_without_its_database_is_alive_and_not_ready() {
        groups("UP", "UP", "UP");
        postgres.destroyForcibly();
        groups("UP", "UP", "DOWN");
        assertThat(said("readiness").path("components").path("database").path("status").asString())
                .isEqualTo("DOWN");
        postgres =
                PostgresServer.start(directory.resolve("postgres"), postgres.port())
                        .endWithThisProcess();
        groups("UP", "UP", "UP");
    }

    @Test
    void a_service_without_kafka_is_alive_and_ready() {
        groups("UP", "UP", "UP");
        var alliance = alliance();
        // A broker that has just been started takes its time until it gives partitions.
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> service.getBean(Freshness.class).lastPulse(alliance) != null);
        var someone = member(alliance, id());
        kafka.destroyForcibly();
        // What is guarded says so itself, and where to ask again; nothing would be won by silence.
        get(someone, "/needed-of-me").expectStatus().isOk();
        groups("UP", "UP", "UP");
        kafka = KafkaServer.start(directory.resolve("kafka"), kafka.port()).endWithThisProcess();
        groups("UP", "UP", "UP");
    }

    private void groups(String startup, String liveness, String readiness) {
        await(() -> {
            var said = new ArrayList<String>();
            for (var group : List.of("startup", "liveness", "readiness")) {
                said.add(said(group).path("status").asString());
            }
            assertThat(said).containsExactly(startup, liveness, readiness);
        });
    }

    private JsonNode said(String group) {
        var answer =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + managementPort())
                        .responseTimeout(SOON)
                        .build()
                        .get()
                        .uri("/actuator/health/" + group)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult();
        var body = JSON.readTree(String.valueOf(answer.getResponseBody()));
        assertThat(answer.getStatus().value())
                .as("%s", body)
                .isEqualTo(body.path("status").asString().equals("UP") ? 200 : 503);
        return body;
    }
}
