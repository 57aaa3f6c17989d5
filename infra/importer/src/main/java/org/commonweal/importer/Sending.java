package org.commonweal.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends lines to one place and keeps account of what became of each. */
final class Sending {

    private final Upload upload;
    private final Counts counts;
    private final Rejects rejects;
    private final List<Sent> sent = new ArrayList<>();

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
            counts.rejected();
            rejects.add(
                    line.number(),
                    "the line is longer than " + HistoryFile.LINE_BYTES_MAX + " bytes",
                    line.text());
            return false;
        }
        return add(new Sent(line.number(), line.text()));
    }

    /** Sends what is left. */
    void finish() {
        var results = upload.send();
        for (var i = 0; i < results.size(); i++) {
            account(sent.get(i), results.get(i));
        }
        sent.clear();
    }

    private boolean add(Sent line) {
        sent.add(line);
        var full = upload.add(line.text());
        if (full) {
            finish();
        }
        return full;
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

    private record Sent(@Nullable Long number, String text) {

        /** Only asked of what was kept, so it can be read. */
        String type() {
            return JsonMapper.shared().readTree(text).path("type").asString("");
        }
    }
}
