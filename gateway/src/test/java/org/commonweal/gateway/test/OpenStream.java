package org.commonweal.gateway.test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;

/** A client of the live stream that keeps what it hears. */
public final class OpenStream implements AutoCloseable {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private final BlockingQueue<ServerSentEvent<String>> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Disposable connection;
    private volatile @Nullable String lastId;
    private volatile @Nullable Throwable failure;

    /** Opens the stream and waits until it has a place, as after it what happens is heard. */
    public static OpenStream as(
            String gateway, Consumer<HttpHeaders> caller, @Nullable String since) {
        OpenStream stream = new OpenStream(gateway, caller, since);
        Instant patience = Instant.now().plus(WAIT_MAX);
        while (stream.lastId == null && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        return stream;
    }

    private OpenStream(String gateway, Consumer<HttpHeaders> caller, @Nullable String since) {
        connection =
                WebClient.create(gateway)
                        .get()
                        .uri("/api/stream")
                        .headers(caller)
                        .headers(headers -> {
                            if (since != null) {
                                headers.set("Last-Event-ID", since);
                            }
                        })
                        .retrieve()
                        .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                        .doOnError(cause -> failure = cause)
                        .doFinally(_ -> ended.countDown())
                        .subscribe(this::hear, _ -> {});
    }

    /** The last place that the client was given, as a browser would send it. */
    public String lastId() {
        String id = lastId;
        if (id == null) {
            throw new AssertionError("no id yet");
        }
        return id;
    }

    /** The next event, heartbeats left out. */
    public ServerSentEvent<String> next() {
        ServerSentEvent<String> event = poll(WAIT_MAX);
        if (event == null) {
            throw new AssertionError("nothing heard within " + WAIT_MAX);
        }
        return event;
    }

    public String nextData() {
        return String.valueOf(next().data());
    }

    public @Nullable ServerSentEvent<String> poll(Duration patience) {
        try {
            return heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public boolean endsWithin(Duration patience) {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What broke the stream off, or null when it goes on or has come to its end. */
    public @Nullable Throwable failure() {
        return failure;
    }

    @Override
    public void close() {
        connection.dispose();
    }

    private void hear(ServerSentEvent<String> event) {
        if (event.event() != null) {
            heard.add(event);
        }
        if (event.id() != null) {
            lastId = event.id();
        }
    }
}
