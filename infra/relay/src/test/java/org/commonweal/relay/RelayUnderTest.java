package org.commonweal.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole relay inside this process. */
final class RelayUnderTest implements AutoCloseable {

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

    /** Waits for the status and returns it, or what it is after the limit. */
    Status awaitStatus(Status expected, Duration limit) {
        try {
            Awaitility.await().atMost(limit).until(() -> health().getStatus().equals(expected));
        } catch (ConditionTimeoutException late) {
            return health().getStatus();
        }
        return expected;
    }

    @Override
    public void close() {
        context.close();
    }
}
