package org.commonweal.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonweal.bench.measure.Pairs;
import org.commonweal.bench.report.ResultFile;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.bench.workload.CatchUp;
import org.commonweal.bench.workload.Giving;
import org.commonweal.bench.workload.Hearing;
import org.commonweal.bench.workload.Importing;
import org.commonweal.bench.workload.Intervals;
import org.commonweal.bench.workload.Paging;
import org.commonweal.bench.workload.Passing;
import org.commonweal.bench.workload.PointRead;
import org.commonweal.bench.workload.Revoking;
import org.commonweal.bench.workload.Run;
import org.commonweal.bench.workload.Starting;
import org.commonweal.bench.workload.Tallying;
import org.commonweal.bench.workload.Voting;
import org.commonweal.bench.workload.Workload;

/** {@code ./commonweal bench WORKLOAD…}: measures, and writes {@code bench/results}. */
public final class Bench {

    private static final List<Workload> WORKLOADS =
            List.of(
                    new Passing(),
                    new PointRead(),
                    new Giving(),
                    new Hearing(),
                    new Intervals(),
                    new CatchUp(),
                    new Paging(),
                    new Revoking(),
                    new Starting(),
                    new Importing(),
                    new Tallying(),
                    new Voting());

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        var checkout = Path.of(System.getProperty("commonweal.checkout", ".")).toAbsolutePath();
        var names = new ArrayList<String>();
        var pairs = Pairs.ROUNDS_MIN;
        var seconds = 10;
        var keep = false;
        for (var i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--keep" -> keep = true;
                case "--pairs" -> pairs = Integer.parseInt(arguments.get(++i));
                case "--seconds" -> seconds = Integer.parseInt(arguments.get(++i));
                default -> names.add(arguments.get(i));
            }
        }
        var chosen = WORKLOADS.stream().filter(w -> names.contains(w.name())).toList();
        if (chosen.isEmpty() || chosen.size() < names.size()) {
            System.err.println(usage());
            return 2;
        }
        measure(checkout, chosen, pairs, Duration.ofSeconds(seconds), keep);
        return 0;
    }

    private static void measure(
            Path checkout, List<Workload> chosen, int pairs, Duration time, boolean keep) {
        var results = ResultFile.in(checkout.resolve("bench/results"), Clock.systemUTC());
        try (var stack = BenchStack.start(checkout, keep)) {
            var run =
                    new Run(stack, checkout, checkout.resolve("bench/target/scratch"), pairs, time);
            for (var workload : chosen) {
                System.out.println(workload.name() + ": " + workload.title() + " ...");
                var command =
                        "./commonweal bench %s --pairs %d --seconds %d"
                                .formatted(workload.name(), pairs, time.toSeconds());
                var text = workload.run(run);
                System.out.println(results.write(workload.name(), workload.title(), text, command));
            }
        }
    }

    private static String usage() {
        return "usage: ./commonweal bench [--pairs N] [--seconds N] [--keep] WORKLOAD…\n"
                + WORKLOADS.stream()
                        .map(w -> "  %-11s %s".formatted(w.name(), w.title()))
                        .collect(Collectors.joining("\n"));
    }
}
