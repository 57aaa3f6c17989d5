package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A vote in parts is the whole vote, whatever the parts. */
class SplitTest {

    private static final long SEED = 20_261_131;

    @Test
    void shares_are_the_whole_and_each_is_as_many_said_but_for_what_the_largest_takes() {
        var chance = new Random(SEED);
        for (var i = 0; i < 5_000; i++) {
            var voices = voices(chance);
            var split = Split.ofVoices(voices);
            var people = voices.values().stream().mapToInt(Integer::intValue).sum();
            voices.forEach((choice, count) -> {
                var exact = 1_000_000 * count / people;
                var more = choice == split.largest() ? 4 : 0;
                assertThat(split.shares().getOrDefault(choice, 0))
                        .as("seed %d", SEED)
                        .isBetween(exact, exact + more);
            });
            assertThat(split.shares().values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(1_000_000);
        }
    }

    private static Map<Choice, Integer> voices(Random chance) {
        var voices = new EnumMap<Choice, Integer>(Choice.class);
        for (var choice : Choice.values()) {
            voices.put(choice, chance.nextInt(5));
        }
        voices.merge(List.of(Choice.values()).get(chance.nextInt(4)), 1, Integer::sum);
        return voices;
    }

    @Test
    void shares_that_are_not_the_whole_are_no_split() {
        assertThat(Split.of(Map.of(Choice.YES, 999_999))).isEmpty();
        assertThat(Split.of(Map.of(Choice.YES, 1_000_001, Choice.NO, -1))).isEmpty();
        assertThat(Split.of(Map.of())).isEmpty();
        assertThat(Split.of(Map.of(Choice.NO, 1_000_000, Choice.YES, 0)).orElseThrow().largest())
                .isEqualTo(Choice.NO);
        assertThat(
                        Split.of(Map.of(Choice.NO, 500_000, Choice.YES, 500_000))
                                .orElseThrow()
                                .largest())
                .isEqualTo(Choice.YES);
    }
}
