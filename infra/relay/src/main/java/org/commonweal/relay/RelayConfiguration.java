package org.commonweal.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    private final String brokers;
    private final Clock clock = Clock.systemUTC();
    private final RelayState state = new RelayState(clock);

    RelayConfiguration(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
        this.brokers = brokers;
    }

    @Bean
    Slot slot(DatabaseProperties database, RelayProperties relay) {
        return new Slot(database, relay.slot());
    }

    @Bean
    Replay replay(DatabaseProperties database, RelayProperties relay) {
        return new Replay(database, this::publisher, new Admission(relay.skip()));
    }

    @Bean
    PrivateReplay privateReplay(Replay replay, RelayProperties relay) {
        return new PrivateReplay(this::admin, this::publisher, replay, relay.replicationFactor());
    }

    @Bean
    Recovery recovery(
            DatabaseProperties database, RelayProperties relay, Slot slot, Replay replay) {
        return new Recovery(
                database,
                slot,
                replay,
                () -> {
                    ensureTopics(relay.replicationFactor());
                    return Published.in(brokers);
                });
    }

    @Bean
    @ConditionalOnProperty(name = "relay.streaming", matchIfMissing = true)
    RelayLoop relayLoop(
            RelayProperties relay, DatabaseProperties database, Slot slot, Recovery recovery) {
        return new RelayLoop(
                () -> ensureTopics(relay.replicationFactor()),
                slot,
                recovery,
                () -> new JournalEngine(relay, database, publisher(), state),
                state);
    }

    @Bean
    SlotLag slotLag(Slot slot) {
        return new SlotLag(slot, clock);
    }

    @Bean
    RelayHealth relayHealth(SlotLag lag, RelayProperties relay) {
        return new RelayHealth(state, lag, relay, clock);
    }

    @Bean
    MeterBinder relayMeters(SlotLag lag) {
        return registry -> {
            Gauge.builder("relay.slot.lag", lag, SlotLag::bytes)
                    .baseUnit("bytes")
                    .register(registry);
            Gauge.builder("relay.last.publish", this, RelayConfiguration::lastPublishSeconds)
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("relay.slot.lost", state, RelayConfiguration::slotLost)
                    .register(registry);
            FunctionCounter.builder("relay.records", state, RelayState::records).register(registry);
        };
    }

    private static double slotLost(RelayState state) {
        return state.now().phase() == RelayState.Phase.SLOT_LOST ? 1 : 0;
    }

    private double lastPublishSeconds() {
        var last = state.lastPublished();
        return last == null ? Double.NaN : last.toEpochMilli() / 1000.0;
    }

    private Publisher publisher() {
        return Publisher.to(brokers, state);
    }

    private void ensureTopics(short replicationFactor) {
        try (var admin = admin()) {
            Topics.ensure(admin, replicationFactor);
        }
    }

    private Admin admin() {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        brokers,
                        "reconnect.backoff.max.ms",
                        "1000",
                        "request.timeout.ms",
                        "10000",
                        "default.api.timeout.ms",
                        "20000");
        return Admin.create(settings);
    }
}
