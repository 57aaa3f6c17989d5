package org.commonweal.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;
import org.HdrHistogram.Histogram;

/** Every request of a run: what was meant, what was sent, what came back. */
public final class History {

    /** Not sent at all: too many were on their way. */
    public static final int OVERFLOW = -1;

    /** Sent, and never answered. */
    public static final int LOST = 0;

    private static final long LONGEST_NANOS = 120_000_000_000L;

    private final ConcurrentLinkedQueue<Operation> operations = new ConcurrentLinkedQueue<>();

    /**
     * One request; times are of {@link System#nanoTime}.
     *
     * @param intended when it was to be sent
     * @param status of the answer, {@link #LOST} or {@link #OVERFLOW}
     */
    public record Operation(long id, long intended, long start, long end, int status) {

        boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** From the intended start: what waited before it was sent waited all the same. */
        long latency() {
            return end - intended;
        }
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    public long ok() {
        return operations.stream().filter(Operation::isOk).count();
    }

    public long failed() {
        return operations.size() - ok();
    }

    /** The statuses of what failed, each once, for a message. */
    public List<Integer> failures() {
        return operations.stream()
                .filter(o -> !o.isOk())
                .map(Operation::status)
                .distinct()
                .sorted()
                .toList();
    }

    /** Of the requests that were answered well, in nanoseconds. */
    public Histogram latencies() {
        var histogram = new Histogram(LONGEST_NANOS, 3);
        operations.stream()
                .filter(Operation::isOk)
                .forEach(o -> histogram.recordValue(Math.clamp(o.latency(), 1, LONGEST_NANOS)));
        return histogram;
    }

    /** As lines {@code id,intended,start,end,status}, in the order of the intended starts. */
    public void write(Path file) {
        var sorted = new ArrayList<>(operations);
        sorted.sort((a, b) -> Long.compare(a.intended(), b.intended()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out =
                    new OutputStreamWriter(
                            new GZIPOutputStream(Files.newOutputStream(file)), US_ASCII)) {
                out.write("id,intended_ns,start_ns,end_ns,status\n");
                for (var o : sorted) {
                    out.write(
                            "%d,%d,%d,%d,%d\n"
                                    .formatted(
                                            o.id(), o.intended(), o.start(), o.end(), o.status()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
