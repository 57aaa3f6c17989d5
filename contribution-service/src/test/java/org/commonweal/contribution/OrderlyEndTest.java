package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.TreeMap;
import java.util.UUID;
import org.commonweal.embedded.test.Load;
import org.commonweal.embedded.test.PartProcess;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A service that is ended under load says so first, and loses no request. */
class OrderlyEndTest extends ContributionTest {

    @Test
    void sigterm_loses_no_request() {
        var alliance = alliance();
        var goal = goal(alliance, id());
        var author = member(alliance, id());
        var token = tokens.of(author.subject());
        // Two instances would share the partitions, and with them the alliances.
        service.close();
        var properties = new TreeMap<>(properties());
        properties.put("commonweal.drain", "15s");
        try (var part =
                PartProcess.start(ContributionServiceApplication.class.getName(), properties)) {
            // The pulse must have come here, too.
            await(() -> assertThat(refused(part, alliance, token)).isFalse());
            var load = new Load(() -> request(part, alliance, goal, token), part::isReady);
            await(() -> assertThat(load.answered()).isGreaterThan(50));
            part.terminate();
            assertThat(load.answeredLate()).isEqualTo(Load.late());
            assertThat(load.failures()).isEmpty();
            assertThat(part.hasEnded()).isTrue();
            count(alliance, "contribution", load.answered() + Load.late());
        }
    }

    private boolean refused(PartProcess part, UUID alliance, String token) {
        return WebTestClient.bindToServer()
                .baseUrl(part.uri("").toString())
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri("/api/alliances/" + alliance + "/needed-of-me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .isError();
    }

    private static HttpRequest request(PartProcess part, UUID alliance, UUID goal, String token) {
        URI uri = part.uri("/api/alliances/" + alliance + "/contributions/" + id());
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(contribution(goal, "Under load")))
                .build();
    }
}
