package org.commonweal.bench.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.commonweal.bench.measure.Processes;
import org.commonweal.embedded.PostgresAddress;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.embedded.Watchdog;
import org.commonweal.local.Installation;
import org.commonweal.local.supervisor.Status.State;

/** The embedded stack with the demo alliance, on a home and ports of its own. */
public final class BenchStack implements AutoCloseable {

    /** As in an image: both compilers, and room for a busy hour. */
    public static final String JAVA_OPTIONS =
            "-XX:TieredStopAtLevel=4 -Xmx512m -XX:ReservedCodeCacheSize=160m"
                    + " -XX:MaxDirectMemorySize=128m";

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long PAUSE_MILLIS = 50;

    private final Installation installation;
    private final Database database;
    private final boolean keep;

    private BenchStack(Installation installation, boolean keep) {
        this.installation = installation;
        this.keep = keep;
        this.database =
                new Database(
                        new PostgresAddress("127.0.0.1", port("postgres")).jdbcUrl("commonweal"));
    }

    /**
     * The stack that a run before has kept, else a new one.
     *
     * @param keep for the next run; else it ends with this one
     */
    public static BenchStack start(Path checkout, boolean keep) {
        var home = checkout.resolve("bench/target/home");
        var environment = Map.of("COMMONWEAL_JAVA_OPTIONS", JAVA_OPTIONS);
        var kept = Installation.running(home, checkout, environment);
        if (kept.isPresent()) {
            return new BenchStack(kept.get(), keep);
        }
        var installation = Installation.in(home, checkout, environment);
        System.out.println("Starting the embedded stack for the bench ...");
        System.out.print(installation.command("up", "--detach", "--fresh"));
        if (!keep) {
            Watchdog.watch(ProcessHandle.current().pid(), installation.supervisor().pid(), "TERM");
        }
        var stack = new BenchStack(installation, keep);
        stack.openForMeasuring();
        return stack;
    }

    /** Commit times and statement counts; PostgreSQL takes both only at a start. */
    private void openForMeasuring() {
        database.run(
                "ALTER SYSTEM SET track_commit_timestamp = on",
                "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
        var before = pid("postgres");
        ServerProcess.signal(before, "INT");
        await("PostgreSQL is back", () -> isReadyAgain("postgres", before));
        database.run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        awaitReady();
    }

    private boolean isReadyAgain(String part, long before) {
        var status = installation.status(part);
        return status.state() == State.READY && !Objects.equals(status.pid(), before);
    }

    /** Stops everything and starts it again, on its data, with this environment. */
    public void restart(Map<String, String> environment) {
        var again =
                new Installation(
                        installation.checkout(),
                        installation.home(),
                        installation.ports(),
                        environment);
        again.command("down");
        again.command("up", "--detach");
    }

    /** Until every part serves. */
    public void awaitReady() {
        await(
                "every part serves",
                () ->
                        installation.status().parts().stream()
                                .filter(part -> part.pid() != null)
                                .allMatch(part -> part.state() == State.READY));
    }

    /** Until this part serves, which may not run yet. */
    public void awaitReady(String part) {
        await(part + " serves", () -> installation.status(part).state() == State.READY);
    }

    public static void await(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not in " + PATIENCE + ": " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public Installation installation() {
        return installation;
    }

    public Database database() {
        return database;
    }

    public Signer signer() {
        return Signer.of(database, installation.ports().realm());
    }

    public Path log(String part) {
        return installation.home().logs().resolve(part + ".log");
    }

    public long pid(String part) {
        return Objects.requireNonNull(installation.status(part).pid(), part);
    }

    public int port(String part) {
        return installation.status(part).ports().getFirst();
    }

    public URI url(String part) {
        return URI.create("http://127.0.0.1:" + port(part));
    }

    public Processes processes(String... parts) {
        var pids = new TreeMap<String, Long>();
        Arrays.stream(parts).forEach(part -> pids.put(part, pid(part)));
        return new Processes(pids);
    }

    public List<String> parts() {
        return installation.status().parts().stream()
                .filter(part -> part.pid() != null)
                .map(part -> part.name())
                .toList();
    }

    @Override
    public void close() {
        if (!keep) {
            installation.command("down");
        }
    }
}
