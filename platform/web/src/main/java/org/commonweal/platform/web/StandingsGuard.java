package org.commonweal.platform.web;

import java.time.Duration;
import org.commonweal.platform.messaging.Freshness;
import reactor.core.publisher.Mono;

/**
 * Lets a command on votes, money or membership pass only while the copy of the standings that
 * decides it is at most a second old.
 */
public final class StandingsGuard {

    private static final Duration OLDEST = Duration.ofSeconds(1);

    private final Freshness freshness;

    public StandingsGuard(Freshness freshness) {
        this.freshness = freshness;
    }

    /** The value when the standings are fresh, else a refusal with 503 and Retry-After. */
    public <T> Mono<T> fresh(Caller caller, Mono<T> command) {
        return Mono.defer(() ->
                freshness.within(caller.alliance(), OLDEST)
                        ? command
                        : Mono.error(new RefusedException(stale())));
    }

    static Problem stale() {
        return Problem.unavailable(
                "standings-stale",
                "It is not certain just now who belongs to the alliance, so nothing is decided.",
                1);
    }
}
