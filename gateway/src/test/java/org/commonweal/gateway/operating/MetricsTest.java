package org.commonweal.gateway.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.commonweal.embedded.test.Scrape;
import org.commonweal.gateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** What Prometheus is told of the gateway: no more for a thousand addresses than for ten. */
class MetricsTest extends GatewayTest {

    private static final Path RECORD = Path.of("../infra/observability/metrics/gateway.yaml");

    @Test
    void metrics_are_those_that_are_recorded_and_carry_no_ids() {
        ask(5);
        browser().loggedInAs("ada").get("/api/session");
        browser().get("/nowhere.txt");
        while (get("/api/me", "hasty") != HttpStatus.TOO_MANY_REQUESTS) {
            assertThat(service("membership").waiting()).isLessThan(10 * REQUESTS_PER_MINUTE);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(scrape().missingOf(RECORD)).isEmpty());
        assertThat(scrape().sum("commonweal_refusals_total", "too-many-requests")).isPositive();
        assertThat(scrape().sum("commonweal_sessions")).isPositive();

        var few = scrape();
        ask(40);
        var many = scrape();
        assertThat(many.labelsWithIds()).isEmpty();
        assertThat(many.series().size()).isLessThan(few.series().size() + 20).isLessThan(2_000);
    }

    private static void ask(int count) {
        for (int number = 0; number < count; number++) {
            get("/api/alliances/" + UUID.randomUUID() + "/goals", "m" + number);
            get("/api/alliances/" + UUID.randomUUID() + "/thanks/" + number, "m" + number);
            browser().get("/api/" + UUID.randomUUID());
            browser().get("/pages/" + UUID.randomUUID());
            browser().get("/assets/" + number + ".js");
        }
    }

    private static Object get(String path, String subject) {
        return browser()
                .send(
                        HttpMethod.GET,
                        path,
                        request ->
                                request.header(
                                        "Authorization", "Bearer " + PROVIDER.bearer(subject)))
                .getStatus();
    }

    private static Scrape scrape() {
        return Scrape.of(URI.create(MANAGEMENT).getPort());
    }
}
