package org.commonweal.relay;

import io.debezium.connector.base.QueueProvider;
import io.debezium.pipeline.DataChangeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the log and is not yet published. Debezium bounds it (max.queue.size) and
 * makes it by the name that the connector's configuration gives.
 */
public final class JournalQueue implements QueueProvider<DataChangeEvent> {

    static final String NAME = "journal";

    /** Made by Debezium, and not yet taken by the task that it was made for. */
    private static final Map<String, JournalQueue> MADE = new ConcurrentHashMap<>();

    private final LinkedBlockingQueue<DataChangeEvent> events = new LinkedBlockingQueue<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void configure(Map<String, ?> configuration) {
        MADE.put(String.valueOf(configuration.get("name")), this);
    }

    /** The queue that an engine's task has made, by the engine's name. */
    static JournalQueue madeFor(String engine) {
        return Objects.requireNonNull(MADE.remove(engine), "the engine has made no queue");
    }

    @Override
    public void enqueue(DataChangeEvent event) {
        events.add(event);
    }

    @Override
    public @Nullable DataChangeEvent poll() {
        return events.poll();
    }

    @Override
    public int size() {
        return events.size();
    }

    /** Whatever is there as soon as anything is; nothing when nothing comes in time. */
    List<DataChangeEvent> take(int most, Duration limit) throws InterruptedException {
        var first = events.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var taken = new ArrayList<DataChangeEvent>();
        taken.add(first);
        events.drainTo(taken, most - 1);
        return taken;
    }
}
