package org.commonweal.relay;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** UP only while facts flow: a relay that fails, hangs at the broker or lags too far says so. */
final class RelayHealth implements HealthIndicator {

    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(10);

    private final RelayState state;
    private final SlotLag lag;
    private final long lagMaxBytes;
    private final Clock clock;

    RelayHealth(RelayState state, SlotLag lag, long lagMaxBytes, Clock clock) {
        this.state = state;
        this.lag = lag;
        this.lagMaxBytes = lagMaxBytes;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var now = state.now();
        var health =
                switch (now.phase()) {
                    case STARTING, WAITING_FOR_SLOT, STOPPED ->
                            Health.status(Status.OUT_OF_SERVICE);
                    case FAILED -> Health.down();
                    case STREAMING -> streaming();
                };
        var last = state.lastPublished();
        return health.withDetail("phase", now.phase())
                .withDetail("reason", now.reason())
                .withDetail("slotLagBytes", lag.bytes())
                .withDetail("lastPublished", last == null ? "never" : last)
                .build();
    }

    private Health.Builder streaming() {
        var since = state.publishingSince();
        if (since != null && clock.instant().isAfter(since.plus(BROKER_PATIENCE))) {
            return Health.down().withDetail("waitingForBrokerSince", since);
        }
        return lag.bytes() > lagMaxBytes ? Health.down() : Health.up();
    }
}
