package org.commonweal.bench.measure;

import java.util.Map;
import java.util.TreeMap;

/** CPU time of named processes since a moment. */
public final class CpuMeter {

    private final Processes processes;
    private final Map<String, Long> before;

    private CpuMeter(Processes processes) {
        this.processes = processes;
        this.before = processes.cpuMicros();
    }

    public static CpuMeter start(Processes processes) {
        return new CpuMeter(processes);
    }

    /** Microseconds of each process since the start, for each of so many. */
    public Map<String, Double> micros(double count) {
        var each = new TreeMap<String, Double>();
        processes
                .cpuMicros()
                .forEach((name, now) ->
                        each.put(name, (now - before.getOrDefault(name, 0L)) / count));
        return each;
    }

    /**
     * The figures with those of each process added.
     *
     * @param what is counted, one of them, as "a request"
     */
    public Figures add(Figures figures, String what, double count) {
        var all = figures;
        for (var used : micros(count).entrySet()) {
            all = all.with("CPU of %s, µs %s".formatted(used.getKey(), what), used.getValue());
        }
        return all;
    }
}
