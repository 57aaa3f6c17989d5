package org.commonweal.recognition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContributionTest {

    private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant EARLY = Instant.parse("2026-02-02T03:04:05Z");
    private static final Instant LATE = Instant.parse("2026-03-02T03:04:05Z");

    @Test
    void facts_join_to_the_same_in_any_order_and_however_often() {
        var submitted = known(null, false);
        var early = known(EARLY, false);
        var late = known(LATE, true);
        var all = known(EARLY, true);
        assertThat(submitted.and(early).and(late)).isEqualTo(all);
        assertThat(late.and(early).and(submitted).and(early).and(late)).isEqualTo(all);
        assertThat(submitted.and(submitted)).isEqualTo(submitted);
    }

    private static Contribution known(@Nullable Instant acknowledged, boolean byAnother) {
        return new Contribution(
                new ContributionId(new UUID(1, 1)),
                "A title",
                new PersonId(new UUID(2, 2)),
                null,
                WRITTEN,
                acknowledged,
                byAnother);
    }
}
