package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.RefusedException;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private final Cursors old = new Cursors("old", List.of());
    private final Cursors ready = new Cursors("old", List.of("new"));
    private final Cursors changed = new Cursors("new", List.of("old"));
    private final Cursors done = new Cursors("new", List.of());

    @Test
    void a_secret_is_changed_while_pages_are_open() {
        String before = old.encode("2026-11-26", 7);
        String after = changed.encode("2026-11-26", 7);

        for (Cursors during : List.of(ready, changed)) {
            assertThat(during.decode(before, 2)).containsExactly("2026-11-26", "7");
            assertThat(during.decode(after, 2)).containsExactly("2026-11-26", "7");
        }
        assertThat(done.decode(after, 2)).containsExactly("2026-11-26", "7");
    }

    @Test
    void a_secret_that_is_accepted_no_more_or_not_yet_opens_nothing() {
        refuses(done, ready.encode("key"));
        refuses(old, changed.encode("key"));
        refuses(changed, new Cursors("third", List.of()).encode("key"));
    }

    private static void refuses(Cursors cursors, String cursor) {
        assertThatThrownBy(() -> cursors.decode(cursor, 1)).isInstanceOf(RefusedException.class);
    }
}
