package org.commonweal.bench.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.local.supervisor.Hold;

/** W10: each JVM of ours starts alone, while all others run, with its AOT cache and without it. */
public final class Starting implements Workload {

    private static final double MILLIS = 1e3;
    private static final double KIB_PER_MIB = 1024;

    @Override
    public String name() {
        return "W10";
    }

    @Override
    public String title() {
        return "start of each JVM, and memory of every process";
    }

    @Override
    public String run(Run run) {
        return Told.told(
                Comparison.measure(
                                new Question(
                                        "From nothing to ready",
                                        "seconds until ready, sum of six JVMs",
                                        "at most 0.45"),
                                new Contender("with AOT caches", () -> startAll(run)),
                                new Contender("without", () -> startAllWithout(run)),
                                run.pairs())
                        .text());
    }

    /** A JVM whose cache is not where it was told starts without one. */
    private static Figures startAllWithout(Run run) {
        Run.OURS.forEach(part -> move(cache(run, part), aside(run, part)));
        try {
            return startAll(run);
        } finally {
            Run.OURS.forEach(part -> move(aside(run, part), cache(run, part)));
        }
    }

    private static Figures startAll(Run run) {
        var stack = run.stack();
        var starts = Run.OURS.stream().mapToDouble(part -> start(run, part)).toArray();
        var sum = 0.0;
        for (var seconds : starts) {
            sum += seconds;
        }
        var figures = Figures.of(sum);
        for (var n = 0; n < starts.length; n++) {
            figures = figures.with("start of " + Run.OURS.get(n) + ", s", starts[n]);
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

    /** Seconds. */
    private static double start(Run run, String part) {
        var stack = run.stack();
        try (var _ = Hold.of(stack.installation().home().run(), part)) {
            BenchStack.await(
                    part + " is down", () -> stack.installation().status(part).pid() == null);
        }
        stack.awaitReady(part);
        return Objects.requireNonNull(stack.installation().status(part).startMillis(), part)
                / MILLIS;
    }

    private static Path cache(Run run, String part) {
        var module =
                switch (part) {
                    case "relay" -> "infra/relay";
                    case "gateway" -> "gateway";
                    default -> part + "-service";
                };
        return run.checkout().resolve(module).resolve("target/app.aot");
    }

    private static Path aside(Run run, String part) {
        return cache(run, part).resolveSibling("app.aot.aside");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
