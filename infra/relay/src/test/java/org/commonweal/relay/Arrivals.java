package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.relay.TopicReader.header;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What arrives of some alliances' contributions, read beside the test as it comes. */
final class Arrivals implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Map<String, Set<String>> ids = new ConcurrentHashMap<>();
    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicReference<@Nullable String> replayed = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;

    private Arrivals(String brokers, Set<UUID> alliances) {
        alliances.forEach(alliance -> ids.put(alliance.toString(), new LinkedHashSet<>()));
        this.thread = Thread.ofPlatform().name("arrivals").unstarted(() -> read(brokers));
    }

    static Arrivals of(String brokers, Set<UUID> alliances) {
        var arrivals = new Arrivals(brokers, alliances);
        arrivals.thread.start();
        return arrivals;
    }

    private void read(String brokers) {
        try (var reader = new TopicReader(brokers, "commonweal.contribution")) {
            reader.takeUntil(ignored -> closed, LIMIT.multipliedBy(3), this::count);
        }
    }

    private boolean count(ConsumerRecord<String, String> entry) {
        var ours = ids.get(entry.key());
        if (ours != null) {
            var id = String.valueOf(header(entry, "ce_id"));
            synchronized (ours) {
                (ours.add(id) ? first : repeated).incrementAndGet();
            }
            if (header(entry, "cw_replay") != null) {
                replayed.set(id);
            }
        }
        return false;
    }

    void await(int count) {
        Awaitility.await().atMost(LIMIT).until(() -> first.get() >= count);
    }

    int repeated() {
        return repeated.get();
    }

    /**
     * Every acknowledged entry, and the first arrivals of each alliance in the order of commits.
     */
    void assertComplete(Map<UUID, List<String>> acknowledged) {
        IntSupplier missing =
                () ->
                        acknowledged.entrySet().stream()
                                .mapToInt(own -> missing(own.getKey(), own.getValue()))
                                .sum();
        Awaitility.await().atMost(LIMIT).until(() -> missing.getAsInt() == 0);
        acknowledged.forEach((alliance, committed) -> {
            var expected = Set.copyOf(committed);
            assertThat(arrived(alliance).stream().filter(expected::contains))
                    .containsExactlyElementsOf(committed);
        });
        // From the log, not from the tables: that would be another way than the one on trial.
        assertThat(replayed.get()).isNull();
    }

    private int missing(UUID alliance, List<String> committed) {
        var arrived = Set.copyOf(arrived(alliance));
        return (int) committed.stream().filter(id -> !arrived.contains(id)).count();
    }

    private List<String> arrived(UUID alliance) {
        var ours = ids.getOrDefault(alliance.toString(), Set.of());
        synchronized (ours) {
            return List.copyOf(ours);
        }
    }

    @Override
    public void close() {
        closed = true;
        Awaitility.await().atMost(LIMIT).until(() -> !thread.isAlive());
    }
}
