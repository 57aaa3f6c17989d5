package org.commonweal.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an open page of a member hears: the live stream, taken up again after each break where it
 * was left, as browsers do.
 */
final class OpenPage implements AutoCloseable {

    /** A browser waits a moment too before it comes back. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Member member;
    private final Platform platform;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private volatile boolean closed;
    private @Nullable String last;

    OpenPage(Platform platform, Member member) {
        this.platform = platform;
        this.member = member;
        this.reader = Thread.ofVirtual().name("open-page").start(this::listen);
    }

    /** The data of each change, in the order of arrival. */
    List<String> heard() {
        return heard;
    }

    private void listen() {
        while (!closed) {
            try {
                follow();
            } catch (IOException broken) {
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void follow() throws IOException, InterruptedException {
        var request = member.request("/api/stream").header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        var response = platform.http().send(request.build(), BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            lines.forEach(this::take);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void take(String line) {
        if (line.startsWith("id:")) {
            last = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:")) {
            heard.add(line);
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }
}
