package org.commonweal.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    private final BrokerProperties brokers;
    private final Clock clock = Clock.systemUTC();
    private final RelayState state = new RelayState(clock);

    RelayConfiguration(BrokerProperties brokers) {
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
            RelayProperties relay,
            DatabaseProperties database,
            Slot slot,
            Recovery recovery,
            Tracer tracer) {
        return new RelayLoop(
                () -> ensureTopics(relay.replicationFactor()),
                slot,
                recovery,
                () ->
                        new JournalEngine(
                                relay, database, publisher(), state, new PublishSpans(tracer)),
                state);
    }

    @Bean
    SlotLag slotLag(Slot slot) {
        return new SlotLag(slot, clock);
    }

    @Bean
    RelayHealth relayHealthIndicator(SlotLag lag, RelayProperties relay) {
        return new RelayHealth(state, lag, relay, clock);
    }

    @Bean
    RelayThreadHealth relayThreadHealthIndicator(ObjectProvider<RelayLoop> loop) {
        return new RelayThreadHealth(loop.getIfAvailable(), state, clock);
    }

    @Bean
    MeterBinder relayMeters(SlotLag lag) {
        return registry -> {
            Gauge.builder("relay.slot.lag", lag, SlotLag::bytes)
                    .baseUnit("bytes")
                    .register(registry);
            Gauge.builder("relay.slot.retained", lag, SlotLag::retainedBytes)
                    .baseUnit("bytes")
                    .register(registry);
            Gauge.builder("relay.journal.lag", state, s -> s.journalLag().toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("relay.streaming", state, RelayConfiguration::streaming)
                    .register(registry);
            Gauge.builder("relay.last.publish", this, RelayConfiguration::lastPublishSeconds)
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("relay.slot.lost", state, RelayConfiguration::slotLost)
                    .register(registry);
            FunctionCounter.builder("relay.records", state, RelayState::records).register(registry);
        };
    }

    private static double streaming(RelayState state) {
        return state.now().phase() == RelayState.Phase.STREAMING ? 1 : 0;
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
        return Admin.create(
                brokers.client(
                        Map.of(
                                "reconnect.backoff.max.ms", "1000",
                                "request.timeout.ms", "10000",
                                "default.api.timeout.ms", "20000")));
    }
}
