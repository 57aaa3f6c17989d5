package org.commonweal.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How long after an act is sent each door is first seen closed, in milliseconds, over many acts:
 * the act's own time is part of it, as whoever acts sees it.
 */
public final class Refusals {

    /** The name under which the last door of each act stands. */
    public static final String EVERYWHERE = "everywhere";

    private static final double MILLI = 1e6;
    private static final long PAUSE_NANOS = 2_000_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Map<String, List<Double>> byDoor = new LinkedHashMap<>();

    /**
     * Acts while all doors are tried.
     *
     * @param doors whether each still lets in, asked again and again; names that differ only after
     *     a {@code #} are of one kind
     */
    public void add(Map<String, BooleanSupplier> doors, Runnable act) {
        var closed = new LinkedHashMap<String, Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var trying = new LinkedHashMap<String, Future<Long>>();
            doors.forEach((name, door) ->
                    trying.put(name, threads.submit(() -> firstClosed(name, door))));
            var sent = System.nanoTime();
            act.run();
            for (var door : trying.entrySet()) {
                closed.put(door.getKey(), door.getValue().get() - sent);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        add(closed);
    }

    /** What one act showed: nanoseconds after it, by door. */
    void add(Map<String, Long> closed) {
        var last = 0.0;
        for (var door : closed.entrySet()) {
            var millis = Math.max(0, door.getValue() / MILLI);
            last = Math.max(last, millis);
            keep(door.getKey().replaceFirst("#.*", ""), millis);
        }
        keep(EVERYWHERE, last);
    }

    private void keep(String door, double millis) {
        byDoor.computeIfAbsent(door, _ -> new ArrayList<>()).add(millis);
    }

    private static long firstClosed(String name, BooleanSupplier door) {
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (door.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(name + " is still open");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return System.nanoTime();
    }

    public double median(String door) {
        return Pairs.median(of(door));
    }

    public double max(String door) {
        return of(door).stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private List<Double> of(String door) {
        return byDoor.getOrDefault(door, List.of());
    }

    /** As rows of a table: door, how many, p50, p100. */
    public String rows() {
        var rows = new StringBuilder();
        byDoor.forEach((door, times) ->
                rows.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %d | %,.0f | %,.0f |%n",
                                door,
                                times.size(),
                                median(door),
                                max(door))));
        return rows.toString();
    }
}
