package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.Scrape;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole relay inside this process. */
final class RelayUnderTest implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;

    private RelayUnderTest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RelayUnderTest start(
            Map<String, String> database, String brokers, String slot, String... more) {
        var properties = new HashMap<String, Object>(database);
        properties.put("spring.kafka.bootstrap-servers", brokers);
        properties.put("relay.slot", slot);
        properties.put("server.port", "0");
        for (var property : more) {
            var parts = property.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        var arguments =
                properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        return new RelayUnderTest(
                new SpringApplicationBuilder(RelayApplication.class).run(arguments));
    }

    Health health() {
        return context.getBean(RelayHealth.class).health();
    }

    /** What a group says to whoever asks over HTTP: the status, and the whole answer. */
    Said said(String group) {
        var uri = URI.create("http://127.0.0.1:" + port() + "/actuator/health/" + group);
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(uri).timeout(LIMIT).build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Said(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Scrape scrape() {
        return Scrape.of(port());
    }

    private int port() {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return Integer.parseInt(port);
    }

    record Said(int status, String body) {}

    /** Waits until readiness has the status; the part must be alive and started all the while. */
    void awaitReadiness(int status) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> {
                    assertThat(said("startup").status()).isEqualTo(200);
                    assertThat(said("liveness").status()).isEqualTo(200);
                    assertThat(said("readiness").status()).isEqualTo(status);
                });
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void await(Status status) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(health().getStatus()).isEqualTo(status));
    }

    void awaitReason(String part) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(health().getDetails().get("reason")).asString().contains(part));
    }

    /** An orderly end before the end of the test; closing again is harmless. */
    void stop() {
        context.close();
    }

    @Override
    public void close() {
        stop();
    }
}
