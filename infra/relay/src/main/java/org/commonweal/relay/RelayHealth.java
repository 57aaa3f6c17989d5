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
    private final RelayProperties relay;
    private final Clock clock;

    RelayHealth(RelayState state, SlotLag lag, RelayProperties relay, Clock clock) {
        this.state = state;
        this.lag = lag;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var now = state.now();
        var health =
                switch (now.phase()) {
                    case STARTING, WAITING_FOR_SLOT, STOPPED ->
                            Health.status(Status.OUT_OF_SERVICE);
                    case FAILED, SLOT_LOST -> Health.down();
                    case STREAMING -> streaming();
                };
        var last = state.lastPublished();
        return health.withDetail("phase", now.phase())
                .withDetail("reason", now.reason())
                .withDetail("slotLagBytes", lag.bytes())
                .withDetail("slotRetainedBytes", lag.retainedBytes())
                .withDetail("slotLost", lag.lost())
                .withDetail("lastPublished", last == null ? "never" : last)
                .build();
    }

    private Health.Builder streaming() {
        var now = clock.instant();
        var since = state.publishingSince();
        if (since != null && now.isAfter(since.plus(BROKER_PATIENCE))) {
            return Health.down().withDetail("waitingForBrokerSince", since);
        }
        // The engine gives a heartbeat when nobody writes; none means that it does not read.
        var silenceMax = relay.heartbeatInterval().multipliedBy(3).plus(BROKER_PATIENCE);
        if (now.isAfter(state.lastHeard().plus(silenceMax))) {
            return Health.down().withDetail("silentSince", state.lastHeard());
        }
        return lag.bytes() > relay.slotLagMax().toBytes() ? Health.down() : Health.up();
    }
}
