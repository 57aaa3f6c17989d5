package org.commonweal.bench.workload;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.commonweal.bench.load.OpenLoop;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.BenchStack;

/** How the relay's interval trades latency for what it costs when nothing happens. */
public final class Intervals implements Workload {

    private static final int[] MILLIS = {5, 10, 20, 50, 100};
    private static final Duration SETTLING = Duration.ofSeconds(40);
    private static final double MICROS_PER_PERCENT = 1e4;

    @Override
    public String name() {
        return "W6-interval";
    }

    @Override
    public String title() {
        return "the relay's interval: latency and what silence costs";
    }

    @Override
    public String run(Run run) {
        return Hearing.given(run, (load, warmUp) -> curve(run, load, warmUp));
    }

    private static String curve(Run run, OpenLoop load, Runnable warmUp) {
        var text =
                new StringBuilder(
                        """
                        At 500 facts a second, from a commit to a commit in another service:

                        | relay.poll-interval, ms | p50, ms | p99, ms | relay idle, percent of a core |
                        | ---: | ---: | ---: | ---: |
                        """);
        for (var interval : MILLIS) {
            text.append(Told.told(row(run, load, warmUp, interval)));
        }
        run.stack().restart(Map.of("COMMONWEAL_JAVA_OPTIONS", BenchStack.JAVA_OPTIONS));
        return text.append('\n').toString();
    }

    private static String row(Run run, OpenLoop load, Runnable warmUp, int interval) {
        run.stack()
                .restart(
                        Map.of(
                                "COMMONWEAL_JAVA_OPTIONS",
                                BenchStack.JAVA_OPTIONS,
                                "RELAY_POLLINTERVAL",
                                interval + "ms"));
        warmUp.run();
        var busy = Hearing.ours(run, load);
        return String.format(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %.1f |%n",
                interval,
                busy.value(),
                busy.more().getOrDefault("p99, ms", Double.NaN),
                idle(run));
    }

    /** Of a core, in percent. */
    private static double idle(Run run) {
        pass(SETTLING);
        var relay = run.stack().processes("relay");
        var before = relay.allCpuMicros();
        pass(run.time());
        return (relay.allCpuMicros() - before) / MICROS_PER_PERCENT / run.time().toSeconds();
    }

    private static void pass(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
