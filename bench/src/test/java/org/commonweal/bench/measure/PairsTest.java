package org.commonweal.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void the_ratio_is_the_median_of_the_pairs_and_not_of_the_sides() {
        var pairs = new Pairs(figures(10, 20, 30, 40, 50), figures(20, 20, 20, 20, 20));

        assertThat(pairs.median()).isEqualTo(1.5);
        assertThat(pairs.min()).isEqualTo(0.5);
        assertThat(pairs.max()).isEqualTo(2.5);
    }

    @Test
    void neither_side_is_always_the_second_one() {
        var order = new ArrayList<String>();

        Pairs.measure(5, () -> noted(order, "A"), () -> noted(order, "B"));

        assertThat(String.join("", order)).isEqualTo("ABBAABBAAB");
    }

    @Test
    void more_than_a_tenth_between_one_thing_and_itself_is_too_noisy() {
        assertThat(new Pairs(figures(11.1, 11.1, 11.1, 11.1, 11.1), figures(10, 10, 10, 10, 10)))
                .returns(true, Pairs::isTooNoisy)
                .satisfies(pairs -> assertThat(pairs.noise()).isCloseTo(0.11, within(1e-9)));
        assertThat(new Pairs(figures(9.1, 9.1, 9.1, 9.1, 9.1), figures(10, 10, 10, 10, 10)))
                .returns(false, Pairs::isTooNoisy);
    }

    @Test
    void fewer_than_five_pairs_are_refused() {
        assertThatThrownBy(() -> new Pairs(figures(1, 1, 1, 1), figures(1, 1, 1, 1)))
                .hasMessageContaining("at least 5");
    }

    private static Figures noted(List<String> order, String side) {
        order.add(side);
        return Figures.of(1);
    }

    private static List<Figures> figures(double... values) {
        return DoubleStream.of(values).mapToObj(Figures::of).toList();
    }
}
