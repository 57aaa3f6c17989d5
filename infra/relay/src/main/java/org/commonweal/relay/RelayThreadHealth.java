package org.commonweal.relay;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down only when a new start helps: the loop has died of something that it does not catch, or the
 * engine has been silent for long without waiting for the broker. Not when Kafka or the database is
 * away, another relay holds the slot, or an entry needs a person.
 */
final class RelayThreadHealth implements HealthIndicator {

    private static final Duration SILENCE_MAX = Duration.ofMinutes(5);

    private final @Nullable RelayLoop loop;
    private final RelayState state;
    private final Clock clock;

    /** Null where nothing is streamed, as in a replay. */
    RelayThreadHealth(@Nullable RelayLoop loop, RelayState state, Clock clock) {
        this.loop = loop;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (loop != null && loop.hasDied()) {
            return Health.down().withDetail("reason", "the relay's thread has ended").build();
        }
        if (state.now().phase() == RelayState.Phase.STREAMING
                && state.publishingSince() == null
                && clock.instant().isAfter(state.lastHeard().plus(SILENCE_MAX))) {
            return Health.down().withDetail("silentSince", state.lastHeard()).build();
        }
        return Health.up().build();
    }
}
