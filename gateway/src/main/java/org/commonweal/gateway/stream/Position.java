package org.commonweal.gateway.stream;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.commonweal.gateway.seal.Seal;
import org.commonweal.gateway.seal.Seal.Purpose;

/**
 * A place in the stream: for each source (a partition of a topic) the offset of the next record.
 * Clients hold it sealed, because how fast offsets grow would tell how busy other alliances are.
 */
final class Position {

    private static final byte FORMAT = 1;

    private final long[] next;

    Position(long[] next) {
        this.next = next.clone();
    }

    long next(int source) {
        return next[source];
    }

    /** A copy of all, by the sources' numbers. */
    long[] toArray() {
        return next.clone();
    }

    String sealed(Seal seal) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + next.length * Long.BYTES).put(FORMAT);
        for (long offset : next) {
            bytes.putLong(offset);
        }
        return seal.seal(Purpose.STREAM_POSITION, bytes.array());
    }

    /** The place that a client names; nothing when it is not one of ours, or of another layout. */
    static Optional<Position> open(String sealed, int sources, Seal seal) {
        return seal.open(Purpose.STREAM_POSITION, sealed)
                .map(ByteBuffer::wrap)
                .filter(bytes -> bytes.remaining() == 1 + sources * Long.BYTES)
                .filter(bytes -> bytes.get() == FORMAT)
                .map(Position::read);
    }

    private static Position read(ByteBuffer bytes) {
        long[] next = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(next);
        return new Position(next);
    }
}
