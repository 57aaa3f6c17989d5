package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.EventHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class ConsumedEventsTest {

    private static final String GIVEN = "contribution.given.v1";

    @TempDir Path folder;

    @BeforeEach
    void a_sound_folder() throws IOException {
        assertThat(SoundContracts.in(folder).unpaired()).isEmpty();
    }

    @Test
    void a_consumer_needs_only_the_fields_that_it_uses() {
        assertThatCode(() -> run(given().reads(GIVEN, GiftOnly.class))).doesNotThrowAnyException();
    }

    @Test
    void a_consumer_that_waits_for_a_field_that_never_comes_fails() {
        assertThatThrownBy(() -> run(given().reads(GIVEN, GiftAndGiver.class)))
                .hasMessageContaining("giver");
        assertThatThrownBy(() -> run(given().reads(GIVEN, GiftAndMaybeGiver.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/giver");
    }

    @Test
    void an_event_that_is_heard_and_read_by_no_test_fails() {
        assertThatThrownBy(() -> run(given()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(GIVEN);
    }

    @Test
    void an_event_that_is_read_and_never_heard_fails() {
        assertThatThrownBy(() ->
                        run(given().readsNothingOf(GIVEN).readsNothingOf("contribution.taken.v1")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("contribution.taken.v1");
    }

    private ConsumedEvents given() {
        return ConsumedEvents.in(folder, Gifts.class);
    }

    private static void run(ConsumedEvents consumed) throws Throwable {
        for (var check : consumed.checks().toList()) {
            check.getExecutable().execute();
        }
    }

    record GiftOnly(String gift) {}

    record GiftAndGiver(String gift, String giver) {}

    record GiftAndMaybeGiver(String gift, @Nullable String giver) {}

    /** Needs something, as every handler does, and is asked without it. */
    record Gifts(Runnable effect) implements EventHandler {

        @Override
        public Set<String> types() {
            return Set.of(GIVEN);
        }

        @Override
        public Mono<?> handle(Event event) {
            return Mono.fromRunnable(effect);
        }
    }
}
