package org.commonweal.bench.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.commonweal.bench.load.History.Operation;

/**
 * Requests that come when they come, as people do: arrivals are a Poisson process fixed before the
 * run, latency counts from the intended start, and what finds no place is a failure.
 *
 * @param rate requests a second
 * @param onTheirWayMax how many may wait for an answer at once
 */
public record OpenLoop(Sender sender, double rate, int onTheirWayMax, RandomGenerator chance) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS = 1e9;

    /** Returns when every request is answered or given up. */
    public History run(Duration time) {
        return run(time, () -> {});
    }

    /**
     * The same.
     *
     * @param atTheEnd done after the last arrival, before the answers are awaited
     */
    History run(Duration time, Runnable atTheEnd) {
        var arrivals = arrivals(time);
        var history = new History();
        var places = new Semaphore(onTheirWayMax);
        var open = new CountDownLatch(arrivals.length);
        var begin = System.nanoTime();
        for (var n = 0; n < arrivals.length; n++) {
            var intended = begin + arrivals[n];
            awaitTime(intended);
            if (places.tryAcquire()) {
                send(n, intended, history, places, open);
            } else {
                var now = System.nanoTime();
                history.add(new Operation(n, intended, now, now, History.OVERFLOW));
                open.countDown();
            }
        }
        atTheEnd.run();
        awaitAll(open);
        return history;
    }

    /** Of each request, in nanoseconds from the beginning. */
    long[] arrivals(Duration time) {
        var arrivals = new long[(int) Math.round(rate * time.toNanos() / NANOS)];
        var at = 0.0;
        for (var n = 0; n < arrivals.length; n++) {
            at += -Math.log(1 - chance.nextDouble()) / rate * NANOS;
            arrivals[n] = Math.round(at);
        }
        return arrivals;
    }

    private static void awaitTime(long intended) {
        for (var left = intended - System.nanoTime();
                left > 0;
                left = intended - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(
            long id, long intended, History history, Semaphore places, CountDownLatch open) {
        var start = System.nanoTime();
        sender.send(id)
                .onErrorReturn(History.LOST)
                .defaultIfEmpty(History.LOST)
                .subscribe(status -> {
                    history.add(new Operation(id, intended, start, System.nanoTime(), status));
                    places.release();
                    open.countDown();
                });
    }

    private static void awaitAll(CountDownLatch open) {
        try {
            if (!open.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        open.getCount() + " requests were not answered in " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
