package org.commonweal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonweal.relay.TopicReader.header;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alliances that write side by side while something is killed, and what must have arrived then. */
final class Writers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final Map<UUID, List<String>> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Each alliance writes its entries one after the other, each in a transaction of its own. */
    static Writers start(Journals journals, int alliances, int entriesEach) {
        var writers = new Writers();
        for (var alliance = 0; alliance < alliances; alliance++) {
            var id = UUID.randomUUID();
            writers.acknowledged.put(id, new ArrayList<>());
            writers.running.add(
                    writers.threads.submit(() -> writers.write(journals, id, entriesEach)));
        }
        return writers;
    }

    /** Ends early when the server is killed; what was under way then may have been kept or not. */
    private void write(Journals journals, UUID alliance, int entries) {
        var ids = acknowledged.getOrDefault(alliance, new ArrayList<>());
        try (var connection = journals.connect("contribution")) {
            for (var number = 0; number < entries; number++) {
                var id = journals.append(connection, alliance, "contribution.submitted.v1", number);
                ids.add(id.toString());
                count.incrementAndGet();
            }
        } catch (SQLException e) {
            LOG.info("writing ended early: {}", e.getMessage());
        }
    }

    void awaitWritten(int entries) {
        Awaitility.await().atMost(LIMIT).until(() -> count.get() >= entries);
    }

    void awaitEnd() {
        Awaitility.await().atMost(LIMIT).until(() -> running.stream().allMatch(Future::isDone));
    }

    int written() {
        return count.get();
    }

    /** Every acknowledged entry arrives, and the first arrivals are in the order of commits. */
    void assertAllArrived(String brokers) {
        var arrived = new LinkedHashMap<String, Set<String>>();
        try (var reader = new TopicReader(brokers, "commonweal.contribution")) {
            reader.takeUntil(
                    ignored -> missing(arrived) == 0,
                    LIMIT,
                    entry -> {
                        arrived.computeIfAbsent(entry.key(), _ -> new LinkedHashSet<>())
                                .add(String.valueOf(header(entry, "ce_id")));
                        return false;
                    });
        }
        acknowledged.forEach((alliance, ids) -> {
            var ours = arrived.getOrDefault(alliance.toString(), Set.of());
            assertThat(ours.stream().filter(ids::contains)).containsExactlyElementsOf(ids);
        });
    }

    private long missing(Map<String, Set<String>> arrived) {
        return acknowledged.entrySet().stream()
                .filter(alliance -> {
                    var ours = arrived.get(alliance.getKey().toString());
                    return ours == null || !ours.containsAll(alliance.getValue());
                })
                .count();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
