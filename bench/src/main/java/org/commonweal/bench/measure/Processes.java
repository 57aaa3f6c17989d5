package org.commonweal.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.embedded.ServerProcess;

/** Named processes, each with its children. */
public record Processes(Map<String, Long> roots) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int ENDED_CHILDRENS_SYSTEM_TIME = 14;
    private static final long MICROS = 1_000_000;

    public Processes {
        roots = Map.copyOf(roots);
    }

    /**
     * CPU time that each has used since it began, in microseconds, with the children that have
     * ended. Source: /proc/PID/stat.
     */
    public Map<String, Long> cpuMicros() {
        return each(Processes::micros);
    }

    /** Of all of them together. */
    public long allCpuMicros() {
        return cpuMicros().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Memory with shared pages counted once, in KiB. Source: Pss of /proc/PID/smaps_rollup. */
    public Map<String, Long> memoryKib() {
        return each(Processes::pss);
    }

    /** Binds every thread of each to one core, and so what they start later. */
    public void pin(int core) {
        roots.values().stream()
                .flatMap(Processes::family)
                .forEach(pid ->
                        ServerProcess.run(
                                java.util.List.of(
                                        "taskset", "-acp", Integer.toString(core), "" + pid)));
    }

    private Map<String, Long> each(java.util.function.ToLongFunction<Long> figure) {
        var all = new TreeMap<String, Long>();
        roots.forEach((name, root) -> all.put(name, family(root).mapToLong(figure).sum()));
        return all;
    }

    private static Stream<Long> family(long root) {
        return ProcessHandle.of(root).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid);
    }

    private static long micros(long pid) {
        var stat = read(Path.of("/proc/" + pid + "/stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        // The name may hold blanks and brackets; what follows the last bracket does not.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var ticks =
                IntStream.rangeClosed(USER_TIME, ENDED_CHILDRENS_SYSTEM_TIME)
                        .mapToLong(field -> Long.parseLong(fields[field]))
                        .sum();
        return Math.round(ticks / TICKS_PER_SECOND * MICROS);
    }

    private static long pss(long pid) {
        return read(Path.of("/proc/" + pid + "/smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** Empty for a process that has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
