package org.commonweal.bench.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.commonweal.bench.load.Calls;
import org.commonweal.bench.load.OpenLoop;
import org.commonweal.bench.measure.CpuMeter;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.reference.BareKafka;
import org.commonweal.bench.reference.PollingRelay;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.bench.stack.Members;

/**
 * W6: from the commit in one service to the commit in another one that has heard of it, at 500
 * facts a second. Source of both times: {@code pg_xact_commit_timestamp}.
 */
public final class Hearing implements Workload {

    /** Each contribution says two facts. */
    private static final double CONTRIBUTIONS_A_SECOND = 250;

    private static final double FACTS_A_SECOND = 500;
    private static final int CONNECTIONS = 64;
    private static final int CLIENTS = 4;
    private static final double MILLI = 1e6;
    private static final double MICRO = 1e3;
    private static final long LONGEST_MICROS = 600_000_000L;

    @Override
    public String name() {
        return "W6";
    }

    @Override
    public String title() {
        return "from a commit to what another service knows";
    }

    @Override
    public String run(Run run) {
        return given(run, (load, _) -> compare(run, load));
    }

    private static String compare(Run run, OpenLoop load) {
        var relay = new Contender("relay", () -> ours(run, load));
        var calibration = relay.againstItself(run.pairs());
        return Told.told(
                        Comparison.measure(
                                        question(
                                                "beside a relay that polls the table every 100 ms",
                                                "at most 0.25; p50 at most 30 ms, p99 at most 60 ms"),
                                        relay,
                                        new Contender("polling relay", () -> polled(run, load)),
                                        run.pairs(),
                                        calibration)
                                .text())
                + Told.told(
                        Comparison.measure(
                                        question("beside bare Kafka", "none; this is the floor"),
                                        relay,
                                        new Contender("producer to consumer", () -> bare(run)),
                                        run.pairs(),
                                        calibration)
                                .text());
    }

    /**
     * Gives contributions while something is measured.
     *
     * @param measured is given the load, and what makes JVMs ready that have just started
     */
    static String given(Run run, BiFunction<OpenLoop, Runnable, String> measured) {
        var members = Members.of(run.stack());
        try (var calls = new Calls(run.stack().url("contribution"), CONNECTIONS)) {
            var sender = calls.sender(n -> Giving.call(members, n));
            Runnable warmUp =
                    () -> {
                        Side.warmUp(sender, CLIENTS);
                        awaitHeard(run.stack());
                    };
            warmUp.run();
            return measured.apply(
                    new OpenLoop(sender, CONTRIBUTIONS_A_SECOND, 1_000, new Random(7)), warmUp);
        }
    }

    private static Question question(String what, String aim) {
        return new Question("500 facts a second, " + what, "p50, ms", aim);
    }

    /** Latencies of the facts that the load led to, through the product's own relay. */
    static Figures ours(Run run, OpenLoop load) {
        var stack = run.stack();
        var cpu = CpuMeter.start(stack.processes("relay", "kafka"));
        var since = now(stack);
        loaded(run, load);
        awaitHeard(stack);
        var latencies = histogram(committed(stack, since).values().stream().toList());
        return cpu.add(
                figures(latencies, MICRO), "a fact", FACTS_A_SECOND * run.time().toSeconds());
    }

    private static Figures polled(Run run, OpenLoop load) {
        var stack = run.stack();
        var since = now(stack);
        try (var relay = PollingRelay.start(stack.database(), servers(stack))) {
            loaded(run, load);
            var commits = commits(stack, since);
            BenchStack.await(
                    "all is heard", () -> relay.heard().keySet().containsAll(commits.keySet()));
            var heard = relay.heard();
            return figures(
                    histogram(
                            commits.entrySet().stream()
                                    .map(c ->
                                            Duration.between(
                                                    c.getValue(),
                                                    heard.getOrDefault(c.getKey(), Instant.MAX)))
                                    .toList()),
                    MICRO);
        }
    }

    private static Figures bare(Run run) {
        return figures(
                BareKafka.latencies(servers(run.stack()), FACTS_A_SECOND, run.time()), MILLI);
    }

    private static void loaded(Run run, OpenLoop load) {
        var history = load.run(run.time());
        history.write(run.scratch().resolve("hearing-history.csv.gz"));
        if (history.failed() > 0) {
            throw new IllegalStateException(
                    history.failed() + " writes failed with " + history.failures());
        }
    }

    private static Figures figures(Histogram histogram, double perMilli) {
        return Figures.of(histogram.getValueAtPercentile(50) / perMilli)
                .with("p99, ms", histogram.getValueAtPercentile(99) / perMilli)
                .with("max, ms", histogram.getMaxValue() / perMilli);
    }

    private static Histogram histogram(List<Duration> durations) {
        var histogram = new Histogram(LONGEST_MICROS, 3);
        durations.forEach(
                d -> histogram.recordValue(Math.clamp(d.toNanos() / 1000, 1, LONGEST_MICROS)));
        return histogram;
    }

    private static String servers(BenchStack stack) {
        return "127.0.0.1:" + stack.port("kafka");
    }

    private static Instant now(BenchStack stack) {
        return stack.database()
                .one("SELECT clock_timestamp()", row -> row.getTimestamp(1).toInstant());
    }

    /** Recognition knows every contribution that was given. */
    static void awaitHeard(BenchStack stack) {
        BenchStack.await(
                "recognition knows all",
                () ->
                        stack.database()
                                        .number(
                                                """
                                                SELECT count(*) FROM contribution.contribution c
                                                WHERE NOT EXISTS (
                                                    SELECT FROM recognition.contribution r
                                                    WHERE r.alliance_id = c.alliance_id AND r.id = c.id)
                                                """)
                                == 0);
    }

    private static Map<UUID, Duration> committed(BenchStack stack, Instant since) {
        return stack
                .database()
                .rows(
                        """
                        SELECT c.id, extract(epoch FROM pg_xact_commit_timestamp(r.xmin)
                                                      - pg_xact_commit_timestamp(c.xmin)) * 1000000
                        FROM contribution.contribution c
                        JOIN recognition.contribution r ON r.alliance_id = c.alliance_id AND r.id = c.id
                        WHERE c.submitted_at > '%s'
                        """
                                .formatted(since),
                        row ->
                                Map.entry(
                                        row.getObject(1, UUID.class),
                                        Duration.ofNanos(row.getLong(2) * 1000)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<UUID, Instant> commits(BenchStack stack, Instant since) {
        return stack
                .database()
                .rows(
                        """
                        SELECT id, pg_xact_commit_timestamp(xmin) FROM contribution.contribution
                        WHERE submitted_at > '%s'
                        """
                                .formatted(since),
                        row ->
                                Map.entry(
                                        row.getObject(1, UUID.class),
                                        row.getTimestamp(2).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
