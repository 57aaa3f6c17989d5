package org.commonweal.gateway.stream;

import java.util.concurrent.ArrayBlockingQueue;
import org.commonweal.gateway.login.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** One open stream: whose it is, and what waits to be sent. Told by one thread at a time. */
final class Listener {

    private final Login login;
    private final @Nullable String session;
    private final @Nullable String since;
    private final Sinks.Many<ServerSentEvent<Object>> queue;
    private volatile boolean lostEvents;

    Listener(Login login, @Nullable String session, @Nullable String since, int queueMax) {
        this.login = login;
        this.session = session;
        this.since = since;
        queue = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(queueMax));
    }

    Login login() {
        return login;
    }

    @Nullable String session() {
        return session;
    }

    /** The sealed place from which the client wants to go on. */
    @Nullable String since() {
        return since;
    }

    Flux<ServerSentEvent<Object>> events() {
        return queue.asFlux();
    }

    /** False when the client is too slow and its queue is full. */
    boolean tell(ServerSentEvent<Object> event) {
        lostEvents |= queue.tryEmitNext(event) == Sinks.EmitResult.FAIL_OVERFLOW;
        return !lostEvents;
    }

    boolean hasLostEvents() {
        return lostEvents;
    }

    /** What waits is still sent, then the stream ends. */
    void end() {
        queue.tryEmitComplete();
    }
}
