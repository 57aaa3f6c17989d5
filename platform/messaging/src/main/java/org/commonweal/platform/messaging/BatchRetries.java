package org.commonweal.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/**
 * Tells that a batch is given back and tried again, because the database or another server is away:
 * at first, and then now and again.
 */
final class BatchRetries implements RetryListener {

    private static final int TOLD_EVERY = 60;
    private static final Logger LOG = LoggerFactory.getLogger(BatchRetries.class);

    private final Counter counter;

    BatchRetries(MeterRegistry meters) {
        counter = meters.counter("commonweal.batch.retries");
    }

    @Override
    public void failedDelivery(
            ConsumerRecord<?, ?> entry, @Nullable Exception failure, int attempt) {
        told(failure, attempt);
    }

    @Override
    public void failedDelivery(
            ConsumerRecords<?, ?> batch, @Nullable Exception failure, int attempt) {
        told(failure, attempt);
    }

    /** By its kind alone: words of a failure can quote a person. */
    private void told(@Nullable Exception failure, int attempt) {
        counter.increment();
        if (attempt % TOLD_EVERY == 1) {
            LOG.warn("a batch is tried again attempt={} cause={}", attempt, kind(failure));
        }
    }

    private static String kind(@Nullable Throwable failure) {
        if (failure == null) {
            return "unknown";
        }
        var cause = failure.getCause();
        return cause == null ? failure.getClass().getSimpleName() : kind(cause);
    }
}
