package org.commonweal.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void the_last_door_of_each_act_is_everywhere() {
        var refusals = new Refusals();
        refusals.add(closed(-5_000_000, 40_000_000));
        refusals.add(closed(90_000_000, 10_000_000));
        refusals.add(closed(20_000_000, 30_000_000));

        assertThat(refusals.median("a")).isEqualTo(20);
        assertThat(refusals.max("a")).isEqualTo(90);
        assertThat(refusals.median("b")).isEqualTo(30);
        assertThat(refusals.median(Refusals.EVERYWHERE)).isEqualTo(40);
        assertThat(refusals.max(Refusals.EVERYWHERE)).isEqualTo(90);
        assertThat(refusals.rows())
                .isEqualTo(
                        "| a | 3 | 20 | 90 |\n| b | 3 | 30 | 40 |\n| everywhere | 3 | 40 | 90 |\n");
    }

    @Test
    void doors_are_tried_until_each_has_closed() {
        var open = new AtomicBoolean(true);
        var refusals = new Refusals();
        Map<String, BooleanSupplier> doors = Map.of("a", open::get, "b", () -> false);

        refusals.add(doors, () -> open.set(false));

        assertThat(refusals.max("a")).isNotNegative();
        assertThat(refusals.max("b")).isNotNegative();
    }

    @Test
    void doors_of_one_kind_share_a_row() {
        var refusals = new Refusals();
        var closed = new LinkedHashMap<String, Long>();
        closed.put("a#1", 10_000_000L);
        closed.put("a#2", 30_000_000L);
        refusals.add(closed);

        assertThat(refusals.rows())
                .isEqualTo("| a | 2 | 20 | 30 |\n| everywhere | 1 | 30 | 30 |\n");
    }

    private static Map<String, Long> closed(long a, long b) {
        var closed = new LinkedHashMap<String, Long>();
        closed.put("a", a);
        closed.put("b", b);
        return closed;
    }
}
