package org.commonweal.gateway.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonweal.embedded.test.SpanReceiver;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole gateway on real ports, between a real provider and four listening services. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
public abstract class GatewayTest {

    protected static final TestProvider PROVIDER = new TestProvider();
    protected static final SpanReceiver SPANS = SpanReceiver.start();
    protected static final Map<String, TestService> SERVICES = services();

    private static final int PORT = freePort();
    private static final int MANAGEMENT_PORT = freePort();

    /** What one login may ask in a minute: few enough for a test to reach. */
    protected static final int REQUESTS_PER_MINUTE = 200;

    /** How many votes are taken in a minute from one part of the places. */
    protected static final int VOTES_PER_MINUTE = 20;

    protected static final String GATEWAY = "http://localhost:" + PORT;
    protected static final String MANAGEMENT = "http://localhost:" + MANAGEMENT_PORT;

    protected static final TestTopics TOPICS = new TestTopics(TestServers.kafka());

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("management.server.port", () -> MANAGEMENT_PORT);
        properties.add("commonweal.login.public-url", () -> GATEWAY);
        properties.add("commonweal.login.issuer", PROVIDER::issuer);
        properties.add("commonweal.login.client-secret", () -> TestProvider.SECRET);
        properties.add("commonweal.login.other-client-secrets", () -> TestProvider.NEXT_SECRET);
        properties.add("spring.kafka.bootstrap-servers", TOPICS::bootstrapServers);
        properties.add("commonweal.stream.topics", TOPICS::events);
        properties.add("commonweal.stream.standings-topic", TOPICS::standings);
        properties.add("commonweal.stream.heartbeat", () -> "500ms");
        properties.add("commonweal.limits.requests-per-minute", () -> REQUESTS_PER_MINUTE);
        properties.add("commonweal.limits.ballot-box-requests-per-minute", () -> VOTES_PER_MINUTE);
        SPANS.properties().forEach((name, value) -> properties.add(name, () -> value));
        SERVICES.forEach(
                (name, service) -> properties.add("commonweal.services." + name, service::url));
    }

    @BeforeEach
    void forget() {
        SERVICES.values().forEach(TestService::forget);
        SERVICES.values().forEach(service -> service.answerWith(200));
    }

    protected static TestService service(String name) {
        return Objects.requireNonNull(SERVICES.get(name));
    }

    protected static Browser browser() {
        return new Browser(GATEWAY);
    }

    private static Map<String, TestService> services() {
        Map<String, TestService> services = new LinkedHashMap<>();
        for (String name : List.of("membership", "purpose", "contribution", "recognition")) {
            services.put(name, new TestService(name));
        }
        return services;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
