package org.commonweal.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alliances that write side by side, each its entries one after the other, each committed. */
final class Writers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final Map<UUID, List<String>> acknowledged = new LinkedHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Semaphore allowed = new Semaphore(0);

    Writers(Journals journals, int alliances, int entriesEach) {
        for (var number = 0; number < alliances; number++) {
            var alliance = UUID.randomUUID();
            var ids = new ArrayList<String>();
            acknowledged.put(alliance, ids);
            running.add(threads.submit(() -> write(journals, alliance, ids, entriesEach)));
        }
    }

    /** Ends early when the server is killed; what was under way then may have been kept or not. */
    private void write(Journals journals, UUID alliance, List<String> ids, int entries) {
        try (var connection = journals.connect("contribution")) {
            for (var number = 0; number < entries; number++) {
                allowed.acquire();
                var id = journals.append(connection, alliance, "contribution.submitted.v1", number);
                ids.add(id.toString());
                count.incrementAndGet();
            }
        } catch (SQLException | InterruptedException e) {
            LOG.info("writing ended early: {}", e.getMessage());
        }
    }

    Set<UUID> alliances() {
        return acknowledged.keySet();
    }

    /** Lets so many more entries be written; what the test kills then is killed meanwhile. */
    void allow(int entries) {
        allowed.release(entries);
    }

    private boolean areWriting() {
        return !running.stream().allMatch(Future::isDone);
    }

    /** Waits for the end of writing and tells what each alliance was promised. */
    Map<UUID, List<String>> acknowledged() {
        Awaitility.await().atMost(LIMIT).until(() -> !areWriting());
        return acknowledged;
    }

    int written() {
        return count.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
