package org.commonweal.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.measure.Pairs;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender.Calibration;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void a_figure_is_given_with_what_it_is_made_of() {
        var text = comparison(pairs(50, 100), pairs(100, 98)).text();

        assertThat(text)
                .contains("Median ratio **0.50** (0.50 to 0.50, 5 pairs)")
                .contains("ours against itself: 1.02")
                .contains("| a second (median) | 50.0 | 100 |")
                .contains("| cost, µs | 7.0 | 7.0 |");
    }

    @Test
    void a_noisy_machine_gives_no_ratio() {
        var text = comparison(pairs(50, 100), pairs(100, 80)).text();

        assertThat(text).contains("**Too noisy** for a ratio").doesNotContain("Median ratio");
    }

    private static Comparison comparison(Pairs pairs, Pairs calibration) {
        return new Comparison(
                new Question("A thing", "a second", "1"),
                "ours",
                "theirs",
                pairs,
                new Calibration("ours", calibration));
    }

    private static Pairs pairs(double ours, double theirs) {
        return new Pairs(
                Collections.nCopies(5, Figures.of(ours).with("cost, µs", 7)),
                Collections.nCopies(5, Figures.of(theirs).with("cost, µs", 7)));
    }
}
