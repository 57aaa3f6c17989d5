package org.commonweal.bench.workload;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.commonweal.bench.load.Calls;
import org.commonweal.bench.load.OpenLoop;
import org.commonweal.bench.load.Sender;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.measure.Sockets;
import org.commonweal.bench.reference.Pgbench;
import org.commonweal.bench.reference.StatementLog;
import org.commonweal.bench.reference.StatementLog.Statement;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;

/**
 * Requests to one service against pgbench with the statements that they become: the service and
 * PostgreSQL share one core, who asks has the other.
 *
 * @param service its part, which is also its role
 */
record Saturation(Run run, String service, String what, String aim) {

    private static final int CLIENTS = 16;
    private static final int CONNECTIONS = 64;
    private static final int ON_THEIR_WAY_MAX = 500;
    private static final double MILLI = 1e6;

    String compare(Function<Calls, Sender> requests) {
        try (var calls = new Calls(run.stack().url(service), CONNECTIONS)) {
            var sender = requests.apply(calls);
            Side.warmUp(sender, CLIENTS);
            var pgbench = reference(sender);
            run.pin(service, "postgres");
            var side = side(sender);
            var comparison =
                    Comparison.measure(
                            new Question(what, "a second, on one core", aim),
                            new Contender(service + "-service", () -> side.measure(run.time())),
                            new Contender("pgbench", () -> reference(pgbench)),
                            run.pairs());
            return Told.told(comparison.text())
                    + Told.told(steady(sender, comparison.pairs().oursMedian()));
        }
    }

    /** As people come: what they wait for when the core is half busy. */
    private String steady(Sender sender, double saturated) {
        var rate = saturated / 2;
        var history = new OpenLoop(sender, rate, ON_THEIR_WAY_MAX, new Random(5)).run(run.time());
        history.write(run.scratch().resolve(service + "-history.csv.gz"));
        var latencies = history.latencies();
        return String.format(
                Locale.ROOT,
                "At half of that, %,.0f a second in open loop: p50 %.1f ms, p99 %.1f ms, %d of %,d failed.%n",
                rate,
                latencies.getValueAtPercentile(50) / MILLI,
                latencies.getValueAtPercentile(99) / MILLI,
                history.failed(),
                history.ok() + history.failed());
    }

    private Side side(Sender sender) {
        var stack = run.stack();
        var pid = stack.pid(service);
        var port = stack.port("postgres");
        return new Side(
                sender,
                CLIENTS,
                stack.processes(service, "postgres"),
                Map.of(
                        "WAL, bytes a request",
                        stack.database()::walBytes,
                        "exchanges a request",
                        () -> Sockets.sent(pid, port)));
    }

    private Pgbench reference(Sender sender) {
        // The same request twice: what differs is made anew in each, as ids of writes are.
        return Pgbench.of(
                recorded(sender),
                recorded(sender),
                run.scratch().resolve(service + ".sql"),
                run.stack().database().url(),
                service);
    }

    private List<Statement> recorded(Sender sender) {
        var stack = run.stack();
        return StatementLog.record(
                stack.database(),
                stack.log("postgres"),
                service,
                // Only what a caller asks for begins at the caller's standing.
                stack.installation().ports().realm().toString(),
                () -> {
                    var status = sender.send(0).block();
                    if (status == null || status >= 300) {
                        throw new IllegalStateException("the recorded request got " + status);
                    }
                });
    }

    private Figures reference(Pgbench pgbench) {
        var stack = run.stack();
        var postgres = stack.processes("postgres");
        var cpu = postgres.allCpuMicros();
        var wal = stack.database().walBytes();
        var ran = pgbench.run(CLIENTS, run.time(), Run.ASKING_CORE);
        var transactions = ran.tps() * run.time().toSeconds();
        return Figures.of(ran.tps())
                .with(
                        "CPU of postgres, µs a request",
                        (postgres.allCpuMicros() - cpu) / transactions)
                .with("CPU of who asks, µs a request", ran.cpuMicros() / transactions)
                .with("WAL, bytes a request", (stack.database().walBytes() - wal) / transactions);
    }
}
