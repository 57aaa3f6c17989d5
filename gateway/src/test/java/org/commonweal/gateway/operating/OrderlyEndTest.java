package org.commonweal.gateway.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.Load;
import org.commonweal.embedded.test.PartProcess;
import org.commonweal.embedded.test.TestServers;
import org.commonweal.gateway.test.OpenStream;
import org.commonweal.gateway.test.TestProvider;
import org.commonweal.gateway.test.TestService;
import org.commonweal.gateway.test.TestTopics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A gateway that is ended under load says so first, and loses no request and no event. */
class OrderlyEndTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestProvider provider = new TestProvider();
    private final TestTopics topics = new TestTopics(TestServers.kafka());
    private final TestService service = new TestService("recognition");

    @Test
    void sigterm_loses_no_request_and_streams_end_and_go_on_elsewhere() throws Exception {
        var alliance = UUID.randomUUID();
        var person = UUID.randomUUID();
        topics.standing(alliance, person, UUID.randomUUID(), "ACTIVE", 1, login("ada"));
        try (var first = gateway();
                var second = gateway();
                var http = HttpClient.newHttpClient()) {
            var stream = stream(first, null);
            var load = new Load(() -> request(first, "2"), first::isReady);
            Awaitility.await().atMost(SOON).until(() -> load.answered() > 50);
            var held = new CountDownLatch(1);
            service.hold("/api/alliances/1/thanks/slow", held);
            var slow = http.sendAsync(request(first, "slow"), HttpResponse.BodyHandlers.ofString());
            service.awaitHeld();

            first.terminate();
            assertThat(load.answeredLate()).isEqualTo(Load.late());
            assertThat(load.failures()).isEmpty();
            assertThat(stream.endsWithin(SOON)).as("the stream ends by itself").isTrue();
            assertThat(stream.failure()).isNull();
            held.countDown();
            assertThat(slow.get().statusCode()).as("was under way at the end").isEqualTo(200);
            assertThat(first.hasEnded()).isTrue();

            var missed = topics.say(alliance, "recognition.thanked.v1");
            try (var goesOn = stream(second, stream.lastId())) {
                assertThat(goesOn.nextData()).contains(missed.toString());
            }
        }
    }

    private OpenStream stream(PartProcess gateway, @Nullable String since) {
        return OpenStream.as(
                gateway.uri("").toString(),
                headers -> headers.setBearerAuth(provider.bearer("ada")),
                since);
    }

    private HttpRequest request(PartProcess gateway, String thanks) {
        return HttpRequest.newBuilder(gateway.uri("/api/alliances/1/thanks/" + thanks))
                .timeout(SOON)
                .header("Authorization", "Bearer " + provider.bearer("ada"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private String login(String subject) {
        return "{\"issuer\":\"%s\",\"subject\":\"%s\"}".formatted(provider.issuer(), subject);
    }

    private PartProcess gateway() {
        var properties =
                new TreeMap<>(
                        Map.of(
                                "commonweal.drain", "10s",
                                "commonweal.login.issuer", provider.issuer(),
                                "commonweal.login.client-secret", TestProvider.SECRET,
                                "spring.kafka.bootstrap-servers", topics.bootstrapServers(),
                                "commonweal.stream.topics", topics.events(),
                                "commonweal.stream.standings-topic", topics.standings(),
                                "commonweal.limits.requests-per-minute", "1000000"));
        properties.put("commonweal.services.recognition", service.url());
        properties.put("spring.cloud.gateway.server.webflux.httpclient.response-timeout", "60s");
        return PartProcess.start("org.commonweal.gateway.GatewayApplication", properties);
    }
}
