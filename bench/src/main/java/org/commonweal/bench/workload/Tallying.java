package org.commonweal.bench.workload;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.Database;

/**
 * A hundred thousand votes are counted by each method, beside PostgreSQL adding up the first
 * choices of the same votes. The purpose-service counts in the same way, on one thread.
 */
public final class Tallying implements Workload {

    static final int VOTES = 100_000;

    private static final int[] OPTIONS = {10, 50};
    private static final int COUNTS = 10;
    private static final int WARM_UP = 3;
    private static final double MILLI = 1e6;

    private static final String REFERENCE =
            "SELECT choice, sum(weight) FROM bench_vote GROUP BY choice ORDER BY choice";

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public String title() {
        return "a hundred thousand votes are counted";
    }

    @Override
    public String run(Run run) {
        var text = new StringBuilder();
        for (var options : OPTIONS) {
            var votes = Votes.random(options, VOTES);
            keep(run.stack().database(), votes);
            votes.counts()
                    .forEach((method, count) -> text.append(compare(run, options, method, count)));
        }
        run.stack().database().run("DROP TABLE bench_vote");
        return text.toString();
    }

    private static String compare(Run run, int options, String method, Supplier<?> count) {
        var database = run.stack().database();
        for (var n = 0; n < WARM_UP; n++) {
            timed(count);
        }
        return Told.told(
                Comparison.measure(
                                new Question(
                                        "%s, %d options".formatted(method, options),
                                        "ms for %,d votes".formatted(VOTES),
                                        "at most 50 ms"),
                                new Contender(method, () -> timed(count)),
                                new Contender(
                                        "PostgreSQL, sum of the first choices",
                                        () -> timed(() -> database.rows(REFERENCE, row -> 0))),
                                run.pairs())
                        .text());
    }

    private static Figures timed(Supplier<?> count) {
        var millis = new double[COUNTS];
        for (var n = 0; n < COUNTS; n++) {
            var begin = System.nanoTime();
            if (count.get() == null) {
                throw new IllegalStateException("counted nothing");
            }
            millis[n] = (System.nanoTime() - begin) / MILLI;
        }
        Arrays.sort(millis);
        return Figures.of((millis[COUNTS / 2 - 1] + millis[COUNTS / 2]) / 2)
                .with("the slowest of %d, ms".formatted(COUNTS), millis[COUNTS - 1]);
    }

    private static void keep(Database database, Votes votes) {
        database.run(
                "DROP TABLE IF EXISTS bench_vote",
                "CREATE TABLE bench_vote (voter int PRIMARY KEY, choice int, weight int)",
                String.format(
                        Locale.ROOT,
                        "INSERT INTO bench_vote SELECT n, ('%s'::int[])[n], 1000000"
                                + " FROM generate_series(1, %d) AS n",
                        votes.firstChoices(),
                        VOTES),
                "VACUUM ANALYZE bench_vote");
    }
}
