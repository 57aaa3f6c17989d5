package org.commonweal.platform.operating;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The first thing that happens when a part is to end, after its readiness has become false: for a
 * while it serves on, and each answer closes its connection, so that nobody is about to use one
 * when the web server stops listening.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Draining implements SmartLifecycle, WebFilter {

    private final Duration time;
    private volatile boolean running;
    private volatile boolean draining;

    Draining(Duration time) {
        this.time = time;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (draining) {
            exchange.getResponse().getHeaders().set("Connection", "close");
        }
        return chain.filter(exchange);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before everything else that stops: see {@link SmartLifecycle#DEFAULT_PHASE}. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop(Runnable done) {
        draining = true;
        running = false;
        var later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(done, later);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
