package org.commonweal.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonweal.gateway.seal.Seal.Purpose;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = TestSeal.of("one secret of the test");

    @Test
    void what_was_sealed_opens_again() {
        String sealed = seal.seal(Purpose.LOGIN, VALUE);

        assertThat(seal.open(Purpose.LOGIN, sealed)).hasValue(VALUE);
        assertThat(sealed).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void it_opens_for_no_other_purpose_and_with_no_other_secret() {
        String sealed = seal.seal(Purpose.LOGIN, VALUE);

        assertThat(seal.open(Purpose.STREAM_POSITION, sealed)).isEmpty();
        assertThat(TestSeal.of("another secret of the test").open(Purpose.LOGIN, sealed)).isEmpty();
    }

    @Test
    void a_changed_cut_or_invented_value_does_not_open() {
        String sealed = seal.seal(Purpose.LOGIN, VALUE);
        char other = sealed.charAt(20) == 'A' ? 'B' : 'A';

        assertThat(seal.open(Purpose.LOGIN, sealed.substring(0, 20) + other + sealed.substring(21)))
                .isEmpty();
        assertThat(seal.open(Purpose.LOGIN, sealed.substring(0, sealed.length() - 4))).isEmpty();
        assertThat(seal.open(Purpose.LOGIN, "")).isEmpty();
        assertThat(seal.open(Purpose.LOGIN, "not base64 at all!")).isEmpty();
        assertThat(seal.open(Purpose.LOGIN, "A".repeat(100_000))).isEmpty();
    }

    @Test
    void a_secret_is_changed_while_what_it_sealed_is_about() {
        Seal old = TestSeal.of("one secret of the test");
        Seal ready = TestSeal.of("one secret of the test", "the next secret of the test");
        Seal changed = TestSeal.of("the next secret of the test", "one secret of the test");
        Seal done = TestSeal.of("the next secret of the test");

        String before = old.seal(Purpose.LOGIN, VALUE);
        String after = changed.seal(Purpose.LOGIN, VALUE);

        assertThat(ready.open(Purpose.LOGIN, before)).hasValue(VALUE);
        assertThat(ready.open(Purpose.LOGIN, after)).hasValue(VALUE);
        assertThat(changed.open(Purpose.LOGIN, before)).hasValue(VALUE);
        assertThat(old.open(Purpose.LOGIN, after)).isEmpty();
        assertThat(done.open(Purpose.LOGIN, before)).isEmpty();
        assertThat(done.open(Purpose.LOGIN, ready.seal(Purpose.LOGIN, VALUE))).isEmpty();
        assertThat(done.open(Purpose.LOGIN, after)).hasValue(VALUE);
    }

    @Test
    void a_short_secret_stops_the_start() {
        assertThatThrownBy(() -> new SealProperties("short", List.of()))
                .hasMessageContaining("commonweal.seal.secret");
        assertThatThrownBy(() -> new SealProperties("long enough for us", List.of("short")))
                .hasMessageContaining("commonweal.seal.accepted-secrets");
    }
}
