package org.commonweal.platform.messaging;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * Down when the consumer has ended by itself, or has not asked for records for longer than Kafka
 * leaves it its partitions: nothing in the process mends that, a new start does. That Kafka is away
 * is no such thing; the consumer goes on asking.
 */
final class ConsumerHealth implements HealthIndicator {

    private final @Nullable AbstractMessageListenerContainer<?, ?> consumer;
    private final Duration silenceMax;

    /** Null where the process does not consume. */
    ConsumerHealth(@Nullable AbstractMessageListenerContainer<?, ?> consumer, Duration silenceMax) {
        this.consumer = consumer;
        this.silenceMax = silenceMax;
    }

    @Override
    public Health health() {
        if (consumer == null) {
            return Health.up().withDetail("consumes", false).build();
        }
        if (!consumer.isRunning() || !consumer.isInExpectedState()) {
            return Health.down().withDetail("reason", "the consumer has ended").build();
        }
        var silence = silenceSeconds(consumer);
        if (silence.orElse(0) > silenceMax.toSeconds()) {
            return Health.down()
                    .withDetail("reason", "the consumer asks for nothing any more")
                    .withDetail("silentForSeconds", silence.orElseThrow())
                    .build();
        }
        return Health.up().build();
    }

    /** Since the consumer last asked; nothing before it has begun to. */
    private static OptionalDouble silenceSeconds(AbstractMessageListenerContainer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("last-poll-seconds-ago"))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .max();
    }
}
