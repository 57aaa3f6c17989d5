package org.commonweal.relay;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the relay reads and publishes.
 *
 * @param skip journal ids that an operator gave up, see the README; they are passed over and logged
 */
@ConfigurationProperties("relay")
record RelayProperties(
        @DefaultValue("true") boolean streaming,
        @DefaultValue("commonweal_relay") String slot,
        @DefaultValue("20ms") Duration pollInterval,
        @DefaultValue("5s") Duration heartbeatInterval,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue("512MB") DataSize slotLagMax,
        @DefaultValue Set<UUID> skip) {

    RelayProperties {
        skip = Set.copyOf(skip);
        if (pollInterval.toMillis() < 1 || pollInterval.toMillis() > 10_000) {
            throw new IllegalArgumentException(
                    "relay.poll-interval must be in [1 ms, 10 s]: " + pollInterval);
        }
        if (!slot.matches("[a-z0-9_]{1,56}")) {
            throw new IllegalArgumentException("relay.slot is no slot name: " + slot);
        }
    }
}
