package org.commonweal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is asked of the database. */
class ReadModelsTest {

    private static final ReadModels.Owner NOBODY = new ReadModels.Owner("jdbc:none", "", "");

    @Test
    void a_service_that_keeps_only_its_own_state_has_nothing_to_empty() {
        assertThatThrownBy(() -> of(List.of()))
                .isInstanceOf(Rebuild.RefusedException.class)
                .hasMessageContaining("membership-service keeps nothing but its own state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"journal", "journal_2026_11", "due", "clock", "journal WHERE version = 1"})
    void what_a_service_said_and_owes_is_never_emptied(String table) {
        assertThatThrownBy(() -> of(List.of("standing", table)))
                .isInstanceOf(Rebuild.RefusedException.class)
                .hasMessageContaining("is own state");
    }

    @Test
    void what_was_heard_may_be() {
        assertThatCode(() -> of(List.of("standing", "need WHERE service <> 'contribution'")))
                .doesNotThrowAnyException();
    }

    private static ReadModels of(List<String> rows) {
        var database =
                new MessagingProperties.Database("localhost", 5432, "none", "", "", "", "", 1, "");
        var properties =
                new MessagingProperties(
                        "membership",
                        database,
                        Duration.ofSeconds(1),
                        true,
                        Duration.ofMinutes(6),
                        rows);
        return new ReadModels(properties, NOBODY);
    }
}
