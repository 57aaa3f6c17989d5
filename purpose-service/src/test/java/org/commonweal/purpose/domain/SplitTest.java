package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A vote in parts is the whole vote, whatever the parts. */
class SplitTest {

    private static final long SEED = 20_261_131;

    @Test
    void parts_are_the_whole_and_each_is_its_share_but_for_what_the_largest_takes() {
        var chance = new Random(SEED);
        for (var i = 0; i < 5_000; i++) {
            var voices = voices(chance);
            var split = Split.ofVoices(voices);
            var weight = 1 + chance.nextInt(1_000_000);
            var total = 0L;
            for (var part : split.parts(weight)) {
                total += part.weight();
                var share = split.shares().getOrDefault(part.choice(), 0);
                var exact =
                        BigInteger.valueOf(weight)
                                .multiply(BigInteger.valueOf(share))
                                .divide(BigInteger.valueOf(1_000_000))
                                .longValueExact();
                if (part.choice() == split.largest()) {
                    assertThat(part.weight() - exact).as("seed %d", SEED).isBetween(0L, 4L);
                } else {
                    assertThat(part.weight()).as("seed %d", SEED).isEqualTo(exact);
                }
            }
            assertThat(total).as("seed %d", SEED).isEqualTo(weight);
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
