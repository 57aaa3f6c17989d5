package org.commonweal.contribution.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class NdjsonLinesTest {

    @Test
    void lines_are_the_same_however_the_network_cuts_them() {
        var text = "first\n\nthird with ü and €\nlast without an end";
        for (var size = 1; size <= text.length(); size++) {
            assertThat(lines(text, size))
                    .as("cut every %s bytes", size)
                    .containsExactly("first", "", "third with ü and €", "last without an end");
        }
        assertThat(lines("one\n", 3)).containsExactly("one");
        assertThat(lines("", 1)).isEmpty();
    }

    @Test
    void of_a_line_that_is_too_long_nothing_is_held_and_the_next_one_is_whole() {
        var most = "x".repeat(NdjsonLines.LINE_BYTES_MAX);
        assertThat(lines(most + "\n" + most + "y\nnext\n", 1_000))
                .containsExactly(most, "(too long)", "next");
    }

    private static List<String> lines(String text, int size) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var buffers = new ArrayList<DataBuffer>();
        for (var at = 0; at < bytes.length; at += size) {
            var end = Math.min(bytes.length, at + size);
            buffers.add(
                    DefaultDataBufferFactory.sharedInstance.wrap(
                            Arrays.copyOfRange(bytes, at, end)));
        }
        var lines =
                NdjsonLines.of(Flux.fromIterable(buffers))
                        .map(line -> Objects.requireNonNullElse(line.text(), "(too long)"))
                        .collectList()
                        .block(Duration.ofSeconds(60));
        return Objects.requireNonNull(lines);
    }
}
