package org.commonweal.gateway.stream;

/** Where the stream is, and what of its past is still here; used by one thread at a time. */
final class Place {

    private final Sources sources;
    private final RecentChanges recent;
    private final long[] next;
    private boolean told;

    Place(Sources sources, Position start, int keptMaxPerSource) {
        this.sources = sources;
        recent = new RecentChanges(start, keptMaxPerSource);
        next = start.toArray();
    }

    Sources sources() {
        return sources;
    }

    RecentChanges recent() {
        return recent;
    }

    void advance(int source, long to) {
        next[source] = to;
    }

    Position position() {
        return new Position(next);
    }

    /** Whether arrivals are told at once, or still belong to the past. */
    boolean told() {
        return told;
    }

    void tell() {
        told = true;
    }

    /** False also for a place ahead of us: then Kafka has lost what its client has seen. */
    boolean holdsAllSince(int source, Position since) {
        return recent.isComplete(source, since) && since.next(source) <= next[source];
    }
}
