package org.commonweal.gateway.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The last changes of every source, for those who come back; used by one thread at a time. */
final class RecentChanges {

    private final List<Deque<Kept>> bySource = new ArrayList<>();
    private final long[] completeFrom;
    private final int maxPerSource;
    private long arrivals;

    RecentChanges(Position completeFrom, int maxPerSource) {
        this.completeFrom = completeFrom.toArray();
        this.maxPerSource = maxPerSource;
        for (int source = 0; source < this.completeFrom.length; source++) {
            bySource.add(new ArrayDeque<>());
        }
    }

    void add(int source, long offset, Change change, Instant oldest) {
        Deque<Kept> kept = bySource.get(source);
        kept.addLast(new Kept(arrivals++, offset, change));
        for (Kept first = kept.peekFirst();
                first != null
                        && (kept.size() > maxPerSource
                                || first.change().pointer().at().isBefore(oldest));
                first = kept.peekFirst()) {
            kept.removeFirst();
            completeFrom[source] = first.offset() + 1;
        }
    }

    /** Whether everything of this source since the place is still here. */
    boolean isComplete(int source, Position since) {
        return since.next(source) >= completeFrom[source];
    }

    /** The sources' changes since the place, in the order in which they arrived. */
    List<Change> since(Position place, Set<Integer> sources) {
        return sources.stream()
                .flatMap(source ->
                        bySource.get(source).stream()
                                .filter(kept -> kept.offset() >= place.next(source)))
                .sorted(Comparator.comparingLong(Kept::arrival))
                .map(Kept::change)
                .toList();
    }

    private record Kept(long arrival, long offset, Change change) {}
}
