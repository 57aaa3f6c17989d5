package org.commonweal.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** What an operator sees of a service's messaging. */
@Configuration(proxyBeanMethods = false)
class OperatingMessaging {

    @Bean(destroyMethod = "close")
    DatabaseHealth databaseHealthIndicator(MessagingProperties properties) {
        return new DatabaseHealth(MessagingConfiguration.ownConnection(properties));
    }

    @Bean
    ConsumerHealth consumerHealthIndicator(
            ObjectProvider<ConcurrentMessageListenerContainer<String, byte[]>> consumer,
            MessagingProperties properties) {
        return new ConsumerHealth(consumer.getIfAvailable(), properties.consumerSilenceMax());
    }

    @Bean
    EventObservations eventObservations(ObjectProvider<ObservationRegistry> registry) {
        return new EventObservations(registry.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    MeterBinder messagingMeters(Freshness freshness, ObjectProvider<DueClock> clock) {
        return registry -> {
            Gauge.builder("commonweal.pulse.age", freshness, Freshness::oldestPulseSeconds)
                    .description("Since the oldest of the partitions' last pulses was sent")
                    .baseUnit("seconds")
                    .register(registry);
            clock.ifAvailable(due ->
                    Gauge.builder("commonweal.due.lateness", due, DueClock::latenessSeconds)
                            .description("How long the oldest moment has waited to be acted on")
                            .baseUnit("seconds")
                            .register(registry));
        };
    }
}
