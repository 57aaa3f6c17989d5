package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
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
