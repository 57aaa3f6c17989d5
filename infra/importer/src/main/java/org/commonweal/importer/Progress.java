package org.commonweal.importer;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One line about how far the import is, with its rate and the time left. */
final class Progress {

    private final PrintStream out;
    private final Clock clock;
    private final boolean terminal;
    private final long total;
    private final Instant begun;
    private Instant told;

    Progress(PrintStream out, Clock clock, boolean terminal, long total) {
        this.out = out;
        this.clock = clock;
        this.terminal = terminal;
        this.total = total;
        this.begun = clock.instant();
        this.told = begun;
    }

    /** Rewrites the line in a terminal; elsewhere a new one is enough every few seconds. */
    void at(long done) {
        var now = clock.instant();
        var pause = terminal ? Duration.ofMillis(200) : Duration.ofSeconds(3);
        if (done < total && now.isBefore(told.plus(pause))) {
            return;
        }
        told = now;
        var line = line(done, Duration.between(begun, now));
        if (terminal) {
            out.print("\r" + line + " ".repeat(8) + (done < total ? "" : "\n"));
        } else {
            out.println(line);
        }
        out.flush();
    }

    private String line(long done, Duration took) {
        var rate = done * 1_000 / Math.max(1, took.toMillis());
        var left = rate == 0 ? "" : " · %d s left".formatted((total - done) / rate);
        return String.format(
                Locale.ROOT,
                "%3d %%  %,d of %,d lines · %,d lines/s%s",
                total == 0 ? 100 : done * 100 / total,
                done,
                total,
                rate,
                left);
    }
}
