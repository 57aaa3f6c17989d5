package org.commonweal.embedded.test;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Clients that ask without pause over kept connections, as a proxy does, until the part is said to
 * be not ready, and as often again as a proxy may that learns of it late. Nothing is repeated.
 */
public final class Load {

    private static final int CLIENTS = 4;
    private static final int LATE = 10;

    private final Supplier<HttpRequest> requests;
    private final BooleanSupplier ready;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger answeredLate = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients;

    /**
     * @param requests the next one each time; PUT and POST are not repeated by the client itself
     */
    public Load(Supplier<HttpRequest> requests, BooleanSupplier ready) {
        this.requests = requests;
        this.ready = ready;
        clients =
                IntStream.range(0, CLIENTS)
                        .mapToObj(number ->
                                Thread.ofPlatform().name("client-" + number).start(this::ask))
                        .toList();
    }

    private void ask() {
        try (var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build()) {
            while (ready.getAsBoolean()) {
                ask(http, answered);
            }
            for (var late = 0; late < LATE; late++) {
                ask(http, answeredLate);
            }
        }
    }

    private void ask(HttpClient http, AtomicInteger count) {
        var request = requests.get();
        try {
            var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 300) {
                count.incrementAndGet();
            } else {
                failures.add("status " + status);
            }
        } catch (IOException e) {
            failures.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answered while the part was ready. */
    public int answered() {
        return answered.get();
    }

    /** Waits until nobody asks any more; what was answered after the part was not ready. */
    public int answeredLate() {
        for (var client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return answeredLate.get();
    }

    /** How many late requests there are in all. */
    public static int late() {
        return CLIENTS * LATE;
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }
}
