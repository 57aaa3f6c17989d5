package org.commonweal.bench.workload;

import java.util.Map;
import java.util.Objects;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;
import org.commonweal.local.supervisor.Status.PartStatus;

/** W10: the whole platform starts, with its AOT caches and without them. */
public final class Starting implements Workload {

    private static final double MILLIS = 1e3;
    private static final double KIB_PER_MIB = 1024;

    @Override
    public String name() {
        return "W10";
    }

    @Override
    public String title() {
        return "start of all parts, and memory of each";
    }

    @Override
    public String run(Run run) {
        return Told.told(
                Comparison.measure(
                                new Question(
                                        "From nothing to ready",
                                        "seconds until every JVM of ours is ready",
                                        "at most 0.45"),
                                new Contender(
                                        "with AOT caches", () -> start(run, "-XX:AOTMode=auto")),
                                new Contender("without", () -> start(run, "-XX:AOTMode=off")),
                                run.pairs())
                        .text());
    }

    private static Figures start(Run run, String option) {
        var stack = run.stack();
        stack.restart(Map.of("COMMONWEAL_JAVA_OPTIONS", option));
        var ours =
                stack.installation().status().parts().stream()
                        .filter(part -> Run.OURS.contains(part.name()))
                        .toList();
        var slowest = ours.stream().mapToLong(Starting::millis).max().orElseThrow();
        var figures = Figures.of(slowest / MILLIS);
        for (var part : ours) {
            figures = figures.with("start of " + part.name() + ", s", millis(part) / MILLIS);
        }
        var memory = stack.processes(stack.parts().toArray(String[]::new)).memoryKib();
        for (var part : memory.entrySet()) {
            figures =
                    figures.with(
                            "memory of " + part.getKey() + ", MiB", part.getValue() / KIB_PER_MIB);
        }
        return figures.with(
                "memory of all, MiB",
                memory.values().stream().mapToLong(Long::longValue).sum() / KIB_PER_MIB);
    }

    private static long millis(PartStatus part) {
        return Objects.requireNonNull(part.startMillis(), part.name());
    }
}
