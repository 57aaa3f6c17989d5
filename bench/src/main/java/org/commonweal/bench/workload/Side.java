package org.commonweal.bench.workload;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.commonweal.bench.load.ClosedLoop;
import org.commonweal.bench.load.Sender;
import org.commonweal.bench.measure.CpuMeter;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.measure.Processes;

/**
 * Requests as fast as they are answered: how many a second, and what each cost.
 *
 * @param processes whose CPU time is counted
 * @param counters what else is counted for each request, by name and unit
 */
record Side(Sender sender, int clients, Processes processes, Map<String, LongSupplier> counters) {

    private static final double SECOND = 1e9;
    private static final double MILLI = 1e6;
    private static final int WARM_UP_REQUESTS = 20_000;
    private static final Duration WARM_UP_MAX = Duration.ofSeconds(90);

    Side {
        counters = Map.copyOf(counters);
    }

    /** Until both compilers have seen enough of it. */
    static void warmUp(Sender sender, int clients) {
        var sent = 0L;
        var until = System.nanoTime() + WARM_UP_MAX.toNanos();
        while (sent < WARM_UP_REQUESTS && System.nanoTime() < until) {
            sent += new ClosedLoop(sender, clients).run(Duration.ofSeconds(1)).ok();
        }
    }

    /** A run of the time; an answer that is no success is an error of the bench. */
    Figures measure(Duration time) {
        var cpu = CpuMeter.start(processes);
        var before = new TreeMap<String, Long>();
        counters.forEach((name, counter) -> before.put(name, counter.getAsLong()));
        var begin = System.nanoTime();
        var history = new ClosedLoop(sender, clients).run(time);
        var seconds = (System.nanoTime() - begin) / SECOND;
        if (history.failed() > 0) {
            throw new IllegalStateException(
                    history.failed() + " requests failed with " + history.failures());
        }
        double ok = history.ok();
        var latencies = history.latencies();
        var figures =
                Figures.of(ok / seconds)
                        .with("latency p50, ms", latencies.getValueAtPercentile(50) / MILLI)
                        .with("latency p99, ms", latencies.getValueAtPercentile(99) / MILLI);
        figures = cpu.add(figures, "a request", ok);
        for (var counter : before.entrySet()) {
            var now = counters.getOrDefault(counter.getKey(), () -> 0).getAsLong();
            figures = figures.with(counter.getKey(), (now - counter.getValue()) / ok);
        }
        return figures;
    }
}
