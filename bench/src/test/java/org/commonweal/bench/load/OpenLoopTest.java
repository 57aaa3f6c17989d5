package org.commonweal.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class OpenLoopTest {

    private static final Duration TIME = Duration.ofMillis(100);

    @TempDir Path directory;

    @Test
    void every_arrival_is_sent_once_and_kept_with_its_answer() throws IOException {
        var sent = new AtomicLong();

        var history =
                loop(n -> Mono.fromSupplier(() -> sent.incrementAndGet() % 10 == 0 ? 503 : 200), 50)
                        .run(TIME);

        assertThat(sent).hasValue(100);
        assertThat(history.ok()).isEqualTo(90);
        assertThat(history.failed()).isEqualTo(10);
        assertThat(history.failures()).containsExactly(503);
        assertThat(lines(history))
                .hasSize(101)
                .first()
                .isEqualTo("id,intended_ns,start_ns,end_ns,status");
    }

    @Test
    void what_finds_no_place_is_a_failure_and_was_not_sent() {
        var answer = Sinks.<Integer>one();
        var sent = new AtomicLong();

        // The last arrival answers those that have waited.
        var history =
                loop(
                                n -> {
                                    sent.incrementAndGet();
                                    return answer.asMono();
                                },
                                3)
                        .run(TIME, () -> answer.tryEmitValue(200));

        assertThat(sent).hasValue(3);
        assertThat(history.ok()).isEqualTo(3);
        assertThat(history.failures()).containsExactly(History.OVERFLOW);
        assertThat(history.failed()).isEqualTo(97);
    }

    @Test
    void an_answer_that_never_comes_is_a_failure() {
        var history = loop(_ -> Mono.error(new IOException("reset")), 50).run(TIME);

        assertThat(history.ok()).isZero();
        assertThat(history.failures()).containsExactly(History.LOST);
    }

    @Test
    void the_same_chance_makes_the_same_arrivals() {
        assertThat(loop(_ -> Mono.just(200), 1).arrivals(TIME))
                .hasSize(100)
                .isSorted()
                .isEqualTo(loop(_ -> Mono.just(200), 1).arrivals(TIME));
    }

    private static OpenLoop loop(Sender sender, int places) {
        return new OpenLoop(sender, 1_000, places, new Random(3));
    }

    private java.util.List<String> lines(History history) throws IOException {
        var file = directory.resolve("history.csv.gz");
        history.write(file);
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
