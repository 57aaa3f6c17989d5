package org.commonweal.local.supervisor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.commonweal.local.supervisor.Status.Phase;

/** Starts the units side by side, each when what it comes after serves, and keeps them running. */
public final class Supervisor {

    private static final Duration LOG_CHECK = Duration.ofSeconds(30);

    private final Path runDirectory;
    private final List<Unit> units;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final BiConsumer<String, Duration> told;
    private final Clock clock;
    private final Instant since;
    private final Executor threads = work -> Thread.ofVirtual().start(work);

    private Phase phase = Phase.STARTING;

    /** Each unit's name and the time it took are told as soon as it is done or serves. */
    public Supervisor(
            Path runDirectory,
            Path logDirectory,
            List<Unit> units,
            Clock clock,
            BiConsumer<String, Duration> told) {
        this.runDirectory = runDirectory;
        this.units = List.copyOf(units);
        this.clock = clock;
        this.told = told;
        this.since = clock.instant();
        for (var unit : units) {
            if (unit instanceof Unit.Part part) {
                children.put(
                        part.name(),
                        new Child(part, runDirectory, logDirectory, clock, this::publish));
            }
        }
    }

    /** Returns when everything serves; the first failure is thrown, and the caller then stops. */
    public void start() {
        publish();
        var done = new LinkedHashMap<String, CompletableFuture<Void>>();
        units.forEach(unit -> done.put(unit.name(), new CompletableFuture<>()));
        var all = CompletableFuture.allOf(done.values().toArray(CompletableFuture[]::new));
        var failed = new CompletableFuture<Void>();
        for (var unit : units) {
            var before = unit.after().stream().map(name -> of(done, name)).toList();
            CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                    .thenRunAsync(() -> begin(unit), threads)
                    .whenComplete((nothing, failure) -> {
                        if (failure == null) {
                            of(done, unit.name()).complete(null);
                        } else {
                            failed.completeExceptionally(failure);
                        }
                    });
        }
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw cause instanceof StartFailedException reason
                    ? reason
                    : new StartFailedException(String.valueOf(cause.getMessage()), cause);
        }
        enter(Phase.READY);
        Thread.ofVirtual().name("log-sizes").start(this::boundLogs);
    }

    private static <T> T of(Map<String, T> units, String name) {
        var unit = units.get(name);
        if (unit == null) {
            throw new IllegalArgumentException("no unit is called " + name);
        }
        return unit;
    }

    private void begin(Unit unit) {
        var begun = clock.instant();
        switch (unit) {
            case Unit.Step step -> run(step);
            case Unit.Part part -> of(children, part.name()).start();
        }
        if (phase() == Phase.STARTING) {
            told.accept(unit.name(), Duration.between(begun, clock.instant()));
        }
    }

    private static void run(Unit.Step step) {
        try {
            step.action().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(step.name() + " was interrupted", e);
        } catch (Exception e) {
            throw new StartFailedException(step.name() + " failed: " + e.getMessage(), e);
        }
    }

    private void boundLogs() {
        while (phase() == Phase.READY) {
            children.values().forEach(Child::boundLog);
            try {
                Thread.sleep(LOG_CHECK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Ends everything, each part after all that came after it; a second call changes nothing. */
    public void stop() {
        if (phase() == Phase.STOPPED) {
            return;
        }
        enter(Phase.STOPPING);
        var stopped = new LinkedHashMap<String, CompletableFuture<Void>>();
        for (var unit : units) {
            stop(unit, stopped);
        }
        stopped.values().forEach(CompletableFuture::join);
        enter(Phase.STOPPED);
    }

    private CompletableFuture<Void> stop(Unit unit, Map<String, CompletableFuture<Void>> stopped) {
        var known = stopped.get(unit.name());
        if (known != null) {
            return known;
        }
        var later = new ArrayList<CompletableFuture<Void>>();
        for (var other : units) {
            if (other.after().contains(unit.name())) {
                later.add(stop(other, stopped));
            }
        }
        var end = CompletableFuture.allOf(later.toArray(CompletableFuture[]::new));
        var child = children.get(unit.name());
        var mine = child == null ? end : end.thenRunAsync(child::stop, threads);
        stopped.put(unit.name(), mine);
        return mine;
    }

    private synchronized Phase phase() {
        return phase;
    }

    private void enter(Phase next) {
        synchronized (this) {
            phase = next;
        }
        publish();
    }

    private synchronized void publish() {
        status().write(runDirectory);
    }

    public synchronized Status status() {
        var parts = children.values().stream().map(Child::status).toList();
        return new Status(phase, ProcessHandle.current().pid(), since, parts);
    }
}
