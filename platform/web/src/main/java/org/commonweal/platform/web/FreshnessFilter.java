package org.commonweal.platform.web;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commonweal.platform.messaging.Freshness;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses everything while this service's copy of the standings may be a minute old or older. */
final class FreshnessFilter implements WebFilter {

    private static final Duration OLDEST = Duration.ofSeconds(60);
    private static final Pattern PATH = Pattern.compile("/api/alliances/([0-9a-fA-F-]{36})(/.*)?");

    private final Freshness freshness;

    FreshnessFilter(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = PATH.matcher(exchange.getRequest().getPath().value());
        if (!path.matches() || freshness.within(UUID.fromString(path.group(1)), OLDEST)) {
            return chain.filter(exchange);
        }
        return Mono.error(new RefusedException(StandingsGuard.stale()));
    }
}
