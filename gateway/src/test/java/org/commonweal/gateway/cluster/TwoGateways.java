package org.commonweal.gateway.cluster;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.ValkeyServer;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.gateway.Pod;
import org.commonweal.gateway.test.Browser;
import org.commonweal.gateway.test.TestProvider;
import org.commonweal.gateway.test.TestService;
import org.commonweal.gateway.test.TestTopics;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Two real gateways on one real Valkey, as behind one address; the address is the first's. */
final class TwoGateways implements AutoCloseable {

    static final int REQUESTS_PER_MINUTE = 200;

    private final TestProvider provider = new TestProvider();
    private final Map<String, TestService> services = new LinkedHashMap<>();
    private final TestTopics topics = new TestTopics(TestServers.kafka());
    private final Path directory;
    private final Pod first;
    private final Pod second;
    private ValkeyServer valkey;

    TwoGateways() {
        try {
            directory = Files.createTempDirectory("commonweal-valkey-");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        valkey = ValkeyServer.start(directory, 0).endWithThisProcess();
        List.of("membership", "purpose", "contribution", "recognition")
                .forEach(name -> services.put(name, new TestService(name)));
        int address = Ports.free();
        first = Pod.start(address, properties(address));
        second = Pod.start(Ports.free(), properties(address));
    }

    private Map<String, String> properties(int address) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.profiles.active", "cluster");
        properties.put("spring.data.redis.port", Integer.toString(valkey.port()));
        properties.put("spring.data.redis.timeout", "3s"); // a busy machine is no outage
        properties.put("commonweal.login.public-url", "http://localhost:" + address);
        properties.put("commonweal.login.issuer", provider.issuer());
        properties.put("commonweal.login.client-secret", TestProvider.SECRET);
        properties.put("spring.kafka.bootstrap-servers", topics.bootstrapServers());
        properties.put("commonweal.stream.topics", topics.events());
        properties.put("commonweal.stream.standings-topic", topics.standings());
        properties.put("commonweal.limits.requests-per-minute", "" + REQUESTS_PER_MINUTE);
        services.forEach(
                (name, service) -> properties.put("commonweal.services." + name, service.url()));
        return properties;
    }

    TestProvider provider() {
        return provider;
    }

    TestService service(String name) {
        return Objects.requireNonNull(services.get(name));
    }

    Browser onFirst() {
        return new Browser(first.url());
    }

    /** The same browser, whose next requests reach the second gateway. */
    Browser onSecond(Browser browser) {
        Browser same = new Browser(second.url());
        same.cookies().putAll(browser.cookies());
        return same;
    }

    List<String> urls() {
        return List.of(first.url(), second.url());
    }

    EntityExchangeResult<String> withBearer(HttpMethod method, String url, String subject) {
        String token = provider.bearer(subject);
        return onFirst()
                .send(method, url, request -> request.header("Authorization", "Bearer " + token));
    }

    RedisClient client() {
        return RedisClient.create("redis://127.0.0.1:" + valkey.port());
    }

    /** Everything that lies in Valkey, by key, as text. */
    Map<String, String> stored() {
        Map<String, String> stored = new LinkedHashMap<>();
        try (RedisClient client = client();
                var connection = client.connect()) {
            RedisCommands<String, String> valkey = connection.sync();
            for (String key : valkey.keys("*")) {
                stored.put(key, content(valkey, key));
            }
        }
        return stored;
    }

    private static String content(RedisCommands<String, String> valkey, String key) {
        return switch (valkey.type(key)) {
            case "hash" -> valkey.hgetall(key).toString();
            case "set" -> valkey.smembers(key).toString();
            default -> String.valueOf(valkey.get(key));
        };
    }

    void killValkey() {
        valkey.destroyForcibly();
    }

    void startValkeyAgain() {
        valkey = ValkeyServer.start(directory, valkey.port()).endWithThisProcess();
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
        services.values().forEach(TestService::close);
        provider.close();
        valkey.close();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
