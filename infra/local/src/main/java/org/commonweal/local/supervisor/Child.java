package org.commonweal.local.supervisor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.local.supervisor.Status.PartStatus;
import org.commonweal.local.supervisor.Status.State;
import org.jspecify.annotations.Nullable;

/** One part's process: launched, awaited, restarted with back-off, ended. */
final class Child {

    private static final int FIRST_LAUNCHES_MAX = 3;
    private static final int LOG_TAIL_LINES = 12;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

    private final Unit.Part part;
    private final Path runDirectory;
    private final Path pidFile;
    private final Path log;
    private final Clock clock;
    private final Runnable changed;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable ServerProcess process;
    private volatile State state = State.WAITING;
    private volatile @Nullable Instant since;
    private volatile @Nullable Long startMillis;
    private volatile @Nullable Integer lastExit;
    private final AtomicInteger restarts = new AtomicInteger();

    Child(Unit.Part part, Path runDirectory, Path logDirectory, Clock clock, Runnable changed) {
        this.part = part;
        this.runDirectory = runDirectory;
        this.pidFile = runDirectory.resolve(part.name() + ".pid");
        this.log = logDirectory.resolve(part.name() + ".log");
        this.clock = clock;
        this.changed = changed;
    }

    Unit.Part part() {
        return part;
    }

    /** Returns when the part serves, and keeps it running from then on. */
    void start() {
        for (var launch = 1; launch <= FIRST_LAUNCHES_MAX; launch++) {
            if (launchAndAwait()) {
                Thread.ofVirtual().name("watch-" + part.name()).start(this::watch);
                return;
            }
            if (isStopping()) {
                return;
            }
        }
        throw new StartFailedException(
                "%s does not start. The end of %s:%n%s"
                        .formatted(
                                part.name(),
                                log,
                                String.join("\n", LogFile.tail(log, LOG_TAIL_LINES))));
    }

    private void watch() {
        var backOff = new BackOff();
        while (!isStopping()) {
            awaitExit();
            if (isStopping()) {
                return;
            }
            if (awaitRelease()) {
                return;
            }
            var served = Duration.between(servingSince(), clock.instant());
            restarts.incrementAndGet();
            enter(State.RESTARTING);
            if (pause(backOff.after(served))) {
                return;
            }
            launchAndAwait();
        }
    }

    /** Somebody may keep the part down for a while; true when it is being stopped meanwhile. */
    private boolean awaitRelease() {
        if (Hold.isHeld(runDirectory, part.name())) {
            enter(State.HELD);
        }
        while (Hold.isHeld(runDirectory, part.name())) {
            if (pause(POLL)) {
                return true;
            }
        }
        return false;
    }

    private Instant servingSince() {
        var at = since;
        return at == null ? clock.instant() : at;
    }

    private boolean launchAndAwait() {
        var begun = clock.instant();
        var started = launch();
        if (started == null) {
            return false;
        }
        enter(restarts.get() == 0 ? State.STARTING : State.RESTARTING);
        var deadline = begun.plus(part.startLimit());
        while (started.process().isAlive() && clock.instant().isBefore(deadline)) {
            if (part.ready().getAsBoolean()) {
                startMillis = Duration.between(begun, clock.instant()).toMillis();
                since = clock.instant();
                enter(State.READY);
                return true;
            }
            if (pause(POLL)) {
                return false;
            }
        }
        started.kill();
        lastExit = started.process().exitValue();
        return false;
    }

    private synchronized @Nullable ServerProcess launch() {
        if (isStopping()) {
            return null;
        }
        LogFile.bound(log, LogFile.BYTES_MAX / 2);
        var launch = part.launch().get();
        var started = ServerProcess.start(part.name(), launch.command(), launch.environment(), log);
        PidFile.write(pidFile, started.process().toHandle(), launch.command(), part.stopSignal());
        process = started;
        return started;
    }

    private void awaitExit() {
        var running = process;
        if (running != null) {
            lastExit = running.process().onExit().join().exitValue();
        }
    }

    /** True when the part is being stopped meanwhile. */
    private boolean pause(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void enter(State next) {
        state = next;
        changed.run();
    }

    /** Ends the process in order and keeps it ended. */
    void stop() {
        stopping.countDown();
        synchronized (this) {
            var running = process;
            if (running != null) {
                running.stop(part.stopSignal(), STOP_LIMIT);
                PidFile.read(pidFile).ifPresent(PidFile::delete);
            }
        }
        enter(State.STOPPED);
    }

    void boundLog() {
        LogFile.bound(log, LogFile.BYTES_MAX);
    }

    PartStatus status() {
        var running = process;
        var pid = running != null && running.process().isAlive() ? running.process().pid() : null;
        return new PartStatus(
                part.name(),
                state,
                pid,
                part.ports(),
                since,
                startMillis,
                restarts.get(),
                lastExit);
    }
}
