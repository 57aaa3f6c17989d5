package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.commonweal.embedded.test.Scrape;
import org.commonweal.platform.test.Repository;
import org.junit.jupiter.api.Test;

/** What Prometheus is told: enough to see, and no more for a thousand requests than for ten. */
class MetricsTest extends ContributionTest {

    @Test
    void metrics_are_those_that_are_recorded_and_carry_no_ids() {
        var alliance = alliance();
        var goal = goal(alliance, id());
        var author = member(alliance, id());
        submitted(author, goal, "Counted");
        poison(alliance);
        askForMany(author, 10);
        var record = Repository.root().resolve("infra/observability/metrics/service.yaml");
        await(() -> assertThat(scrape().missingOf(record)).isEmpty());
        await(() -> assertThat(scrape().sum("commonweal_dead_letters_total")).isPositive());
        assertThat(scrape().sum("commonweal_refusals_total", "not-found")).isPositive();
        assertThat(scrape().sum("commonweal_refusals_total", "not-logged-in")).isPositive();
        assertThat(scrape().sum("commonweal_pulse_age_seconds")).isNotNaN();

        var few = scrape();
        askForMany(author, 60);
        var many = scrape();
        assertThat(many.labelsWithIds()).isEmpty();
        assertThat(many.series().size()).isLessThan(few.series().size() + 20).isLessThan(2_000);
    }

    private Scrape scrape() {
        return Scrape.of(managementPort());
    }

    /** Things that are there, things that are not, addresses that are none, and no login. */
    private void askForMany(Someone author, int count) {
        for (var number = 0; number < count; number++) {
            get(author, "/contributions/" + id()).expectStatus().isNotFound();
            get(author, "/search?q=canary" + number).expectStatus().isOk();
            get(author, "/" + UUID.randomUUID() + "/" + number).expectStatus().isNotFound();
            http.get().uri("/nowhere/" + number).exchange().expectStatus().isUnauthorized();
        }
    }

    private void poison(UUID alliance) {
        tell("purpose.goal-set.v1", alliance, id(), Map.of("goal", "no id"));
    }
}
