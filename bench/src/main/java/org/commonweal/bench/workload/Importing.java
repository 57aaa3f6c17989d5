package org.commonweal.bench.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.commonweal.bench.measure.CpuMeter;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.bench.stack.Database;

/** Thirteen years of an alliance are imported, beside bare inserts of the same lines. */
public final class Importing implements Workload {

    private static final int LINES_A_STATEMENT = 2_000;
    private static final double SECOND = 1e9;

    private final AtomicInteger alliances = new AtomicInteger();

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String title() {
        return "a history becomes an alliance";
    }

    @Override
    public String run(Run run) {
        var file = file(run.checkout());
        var lines = lines(file);
        var database = run.stack().database();
        database.run(
                "DROP TABLE IF EXISTS bench_line",
                "CREATE TABLE bench_line (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, line jsonb)");
        importHistory(run, file, lines.size());
        var bare =
                new Contender(
                        "the same lines inserted as jsonb, 2,000 a statement",
                        () -> insert(database, lines));
        return Told.told(
                Comparison.measure(
                                new Question(
                                        "%,d lines".formatted(lines.size()),
                                        "lines a second",
                                        "10,000 lines a second accepted"),
                                new Contender(
                                        "import, through gateway and services",
                                        () -> importHistory(run, file, lines.size())),
                                bare,
                                run.pairs(),
                                // An import takes long; that the machine is quiet shows here as
                                // well.
                                bare.againstItself(run.pairs()))
                        .text());
    }

    /** The real one where it lies beside the project, else the small one of the tests. */
    private static Path file(Path checkout) {
        var real = checkout.resolve("../shared/data/dpdk-alliance.ndjson.gz").normalize();
        return Files.exists(real)
                ? real
                : checkout.resolve("recognition-service/src/test/resources/history-sample.ndjson");
    }

    private Figures importHistory(Run run, Path file, double lines) {
        var stack = run.stack();
        var slug = "history-" + alliances.incrementAndGet() + "-" + System.currentTimeMillis();
        var cpu = CpuMeter.start(stack.processes(stack.parts().toArray(String[]::new)));
        var wal = stack.database().walBytes();
        var begin = System.nanoTime();
        var output = stack.installation().command("import", file.toString(), "--slug", slug);
        var accepted = (System.nanoTime() - begin) / SECOND;
        awaitReadModels(stack, alliance(output));
        var known = (System.nanoTime() - begin) / SECOND;
        var figures =
                Figures.of(lines / accepted)
                        .with("seconds until accepted", accepted)
                        .with("seconds until the last read model knows all", known)
                        .with("WAL, bytes a line", (stack.database().walBytes() - wal) / lines);
        return cpu.add(figures, "a line", lines);
    }

    /** As the importer names it. */
    private static UUID alliance(String output) {
        var line = output.lines().filter(l -> l.startsWith("alliance ")).findFirst().orElseThrow();
        return UUID.fromString(line.split(" ", -1)[1]);
    }

    /** Recognition hears of every contribution and acknowledgement last. */
    private static void awaitReadModels(BenchStack stack, UUID alliance) {
        var said =
                """
                SELECT (SELECT count(*) FROM contribution.contribution WHERE alliance_id = '%1$s')
                    + (SELECT count(DISTINCT contribution_id) FROM contribution.acknowledgement
                       WHERE alliance_id = '%1$s')
                """
                        .formatted(alliance);
        var heard =
                """
                SELECT count(*) + count(acknowledged_at) FROM recognition.contribution
                WHERE alliance_id = '%s'
                """
                        .formatted(alliance);
        var database = stack.database();
        BenchStack.await(
                "recognition knows all", () -> database.number(heard) >= database.number(said));
    }

    private static Figures insert(Database database, List<String> lines) {
        var begin = System.nanoTime();
        try (var connection = database.connect();
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO bench_line (line) SELECT unnest(?::text[])::jsonb")) {
            for (var at = 0; at < lines.size(); at += LINES_A_STATEMENT) {
                var chunk = lines.subList(at, Math.min(lines.size(), at + LINES_A_STATEMENT));
                insert.setArray(1, connection.createArrayOf("text", chunk.toArray()));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Figures.of(lines.size() / ((System.nanoTime() - begin) / SECOND));
    }

    private static List<String> lines(Path file) {
        try (var raw = Files.newInputStream(file);
                var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                var reader =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return new ArrayList<>(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
