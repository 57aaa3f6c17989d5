package org.commonweal.embedded.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a scrape is read as, and what must not be in one. */
class ScrapeTest {

    @Test
    void a_scrape_is_read_with_its_labels() {
        var scrape =
                Scrape.parse(
                        """
                        # HELP commonweal_refusals_total
                        commonweal_refusals_total{type="not-found"} 3.0
                        commonweal_refusals_total{type="too \\"long\\""} 2.0
                        relay_journal_lag_seconds NaN
                        jvm_classes_loaded_classes 7.0
                        """);
        assertThat(scrape.sum("commonweal_refusals_total")).isEqualTo(5);
        assertThat(scrape.sum("commonweal_refusals_total", "not-found")).isEqualTo(3);
        assertThat(scrape.watched())
                .containsExactly("commonweal_refusals_total", "relay_journal_lag_seconds");
        assertThat(scrape.labelsWithIds()).isEmpty();
    }

    @Test
    void labels_with_ids_are_found() {
        for (var offender :
                new String[] {
                    "019aa0c1-5b1d-7000-8000-000000000001",
                    "ada@example.org",
                    "/api/alliances/one/goals",
                    "/api/search?q=ada"
                }) {
            assertThat(Scrape.parse("http{uri=\"" + offender + "\"} 1.0").labelsWithIds())
                    .as(offender)
                    .hasSize(1);
        }
        assertThat(Scrape.parse("http{uri=\"/api/alliances/{alliance}/goals\"} 1").labelsWithIds())
                .isEmpty();
    }

    @Test
    void what_is_no_scrape_is_refused() {
        assertThatThrownBy(() -> Scrape.parse("<html>")).hasMessageContaining("no line");
    }
}
