package org.commonweal.contribution.importing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * Cuts a request's body into lines while it arrives. No more than one unfinished line is held, and
 * of a line that is too long nothing.
 */
final class NdjsonLines {

    static final int LINE_BYTES_MAX = 65_536;

    /** Read ahead, so that the connection does not stall while a batch is kept; 1 MiB at most. */
    private static final int BUFFERS_AHEAD = 16;

    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private boolean tooLong;
    private boolean begun;
    private long number;

    private NdjsonLines() {}

    /**
     * One line of the body.
     *
     * @param text null when it is longer than {@link #LINE_BYTES_MAX}
     */
    record Line(long number, @Nullable String text) {}

    static Flux<Line> of(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            var lines = new NdjsonLines();
            return body.concatMapIterable(lines::take, BUFFERS_AHEAD)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(lines.last())))
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
        });
    }

    private List<Line> take(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        var lines = new ArrayList<Line>();
        var from = 0;
        for (var at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                append(bytes, from, at);
                lines.add(finished());
                from = at + 1;
            }
        }
        append(bytes, from, bytes.length);
        return lines;
    }

    private void append(byte[] bytes, int from, int to) {
        begun |= to > from;
        tooLong |= unfinished.size() + (to - from) > LINE_BYTES_MAX;
        if (!tooLong) {
            unfinished.write(bytes, from, to - from);
        }
    }

    private Line finished() {
        var line = new Line(++number, tooLong ? null : unfinished.toString(StandardCharsets.UTF_8));
        unfinished.reset();
        tooLong = false;
        begun = false;
        return line;
    }

    private List<Line> last() {
        return begun ? List.of(finished()) : List.of();
    }
}
