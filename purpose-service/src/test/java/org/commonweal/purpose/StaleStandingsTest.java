package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.messaging.Freshness;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;

/** Nothing is decided while it is not certain who belongs. */
class StaleStandingsTest extends PurposeTest {

    private static final long SAMPLES = 220;

    /** A consumer that hands its records on only every few seconds would not be fresh for long. */
    @Test
    void while_the_pulse_comes_the_standings_are_fresh() {
        var alliance = delegate(alliance()).alliance();
        var freshness = service.getBean(Freshness.class);
        var seen =
                Flux.interval(Duration.ofMillis(50))
                        .take(SAMPLES)
                        .filter(_ -> freshness.within(alliance, Duration.ofSeconds(1)))
                        .count()
                        .block(SOON);
        assertThat(seen).isNotNull().isGreaterThan(SAMPLES / 2);
    }

    @Test
    void no_ballot_opens_and_no_vote_is_cast_while_the_standings_are_stale() {
        var author = delegate(alliance());
        var purpose = draft(author);
        try (var _ = bus.silence()) {
            await(() -> assertThat(status(propose(author, purpose))).isEqualTo(503));
            propose(author, purpose).expectHeader().exists("Retry-After");
            refused(propose(author, purpose), 503, "standings-stale");
            var vote = Map.of("choice", "YES");
            var ballot = "/proposals/" + id() + "/ballots/mine";
            refused(
                    sendOnce(HttpMethod.PUT, author, ballot, vote, id(), null),
                    503,
                    "standings-stale");
            get(author, "/purpose").expectStatus().isOk();
        }
    }

    private ResponseSpec propose(Someone author, UUID purpose) {
        var body = proposal(purpose, Duration.ofHours(1));
        return sendOnce(HttpMethod.PUT, author, "/proposals/" + id(), body, id(), null);
    }
}
