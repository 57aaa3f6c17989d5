package org.commonweal.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one thread that reads Kafka for the live stream. When reading fails for good (Kafka lost what
 * we had not read, or began anew) it reads the past again; that Kafka is away, it merely waits out.
 */
@Component
class ChangeFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /** After the part has drained, before the web server waits for what is still open. */
    private static final int PHASE = Integer.MAX_VALUE - 512;

    private final FeedConsumers consumers;
    private final ChangeReader reader;
    private final LiveStream live;
    private final MeterRegistry meters;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> reading;

    ChangeFeed(
            FeedConsumers consumers, ChangeReader reader, LiveStream live, MeterRegistry meters) {
        this.meters = meters;
        this.consumers = consumers;
        this.reader = reader;
        this.live = live;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("change-feed").daemon(true).start(this::run);
    }

    /** Before the web server's graceful stop, which would wait for open streams. */
    @Override
    public void stop() {
        stopped.countDown();
        Consumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        live.close();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(STOP_LIMIT);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Consumer<byte[], byte[]> consumer = consumers.open();
                    KafkaClientMetrics metrics = new KafkaClientMetrics(consumer)) {
                metrics.bindTo(meters);
                reading = consumer;
                reader.readPast(consumer);
                while (stopped.getCount() > 0) {
                    reader.readNext(consumer);
                }
            } catch (WakeupException _) {
                LOG.debug("change feed woken to stop");
            } catch (RuntimeException failure) {
                LOG.warn("change feed begins anew cause={}", failure.toString());
                pause();
            } finally {
                reading = null;
            }
        }
    }

    private void pause() {
        try {
            if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("change feed stopped while it waited");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
