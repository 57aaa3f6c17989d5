package org.commonweal.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends lines to one place and keeps account of what became of each. One chunk follows the other,
 * and none a failed one: an acknowledgement must not overtake its contribution. While a chunk is on
 * its way the next one is read and the last one accounted for, so that two are held at most.
 */
final class Sending implements AutoCloseable {

    private static final int CHUNK_LINES = 2_000;
    private static final int CHUNK_CHARACTERS = 1_000_000;

    private final Upload upload;
    private final Counts counts;
    private final Rejects rejects;
    private final ExecutorService sender =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final List<Sent> next = new ArrayList<>();
    private int characters;
    private OnItsWay onItsWay = OnItsWay.NOTHING;
    private long done;

    Sending(Api api, UUID alliance, String path, Counts counts, Rejects rejects) {
        this.upload = new Upload(api, alliance, path);
        this.counts = counts;
        this.rejects = rejects;
    }

    /** A person or an organization, read out of many lines of the file. */
    void person(String text) {
        add(new Sent(null, text));
    }

    /** A line of the file; true when a chunk was sent with it. */
    boolean line(HistoryFile.Line line) {
        if (line.tooLong()) {
            done++;
            counts.rejected();
            rejects.add(
                    line.number(),
                    "the line is longer than " + HistoryFile.LINE_BYTES_MAX + " bytes",
                    line.text());
            return false;
        }
        return add(new Sent(line.number(), line.text()));
    }

    /** How many lines have been accounted for. */
    long done() {
        return done;
    }

    /** Sends what is left, and waits for all results. */
    void finish() {
        send();
        account(onItsWay);
        onItsWay = OnItsWay.NOTHING;
    }

    private boolean add(Sent line) {
        next.add(line);
        characters += line.text().length();
        var full = next.size() >= CHUNK_LINES || characters >= CHUNK_CHARACTERS;
        if (full) {
            send();
        }
        return full;
    }

    private void send() {
        var lines = List.copyOf(next);
        next.clear();
        characters = 0;
        var before = onItsWay;
        onItsWay = new OnItsWay(lines, before.results().thenApplyAsync(_ -> sent(lines), sender));
        account(before);
    }

    private List<Upload.Result> sent(List<Sent> lines) {
        return lines.isEmpty() ? List.of() : upload.send(lines.stream().map(Sent::text).toList());
    }

    private void account(OnItsWay chunk) {
        var results = chunk.arrived();
        for (var i = 0; i < results.size(); i++) {
            account(chunk.lines().get(i), results.get(i));
        }
        done += results.size();
    }

    private void account(Sent line, Upload.Result result) {
        switch (result.status()) {
            case "kept" -> counts.kept(line.type());
            case "duplicate" -> {
                // People and organizations are no lines of the file.
                if (line.number() != null) {
                    counts.duplicate();
                }
            }
            case "rejected" -> {
                counts.rejected();
                rejects.add(line.number(), result.reason(), line.text());
            }
            default -> throw new ImportFailedException("cannot understand the answer " + result);
        }
    }

    /** What is still on its way when the import fails is known as a duplicate the next time. */
    @Override
    public void close() {
        sender.shutdownNow();
    }

    private record Sent(@Nullable Long number, String text) {

        /** Only asked of what was kept, so it can be read. */
        String type() {
            return JsonMapper.shared().readTree(text).path("type").asString("");
        }
    }

    private record OnItsWay(List<Sent> lines, CompletableFuture<List<Upload.Result>> results) {

        static final OnItsWay NOTHING =
                new OnItsWay(List.of(), CompletableFuture.completedFuture(List.of()));

        /** The results, as soon as they are there; fails as the sending did. */
        List<Upload.Result> arrived() {
            try {
                return results.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof ImportFailedException known
                        ? known
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new ImportFailedException("interrupted; run it again to go on");
            }
        }
    }
}
