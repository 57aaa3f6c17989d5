package org.commonweal.importer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines that were refused, each with its number and the reason: beside the history, or in the
 * working folder where that one cannot be written to. There is no file when nothing was refused.
 */
final class Rejects implements AutoCloseable {

    private final Path history;
    private @Nullable BufferedWriter writer;
    private @Nullable Path file;

    Rejects(Path history) {
        this.history = history;
    }

    /**
     * @param line its number in the file; null for a person or organization read out of many lines
     */
    void add(@Nullable Long line, String reason, String text) {
        var entry =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("line", line)
                        .put("reason", reason)
                        .put("text", text);
        try {
            var open = writer();
            open.write(entry.toString());
            open.newLine();
            open.flush();
        } catch (IOException full) {
            throw new ImportFailedException(
                    "the refused lines cannot be written down: " + full.getMessage());
        }
    }

    /** Null when nothing was refused. */
    @Nullable Path file() {
        return file;
    }

    private BufferedWriter writer() throws IOException {
        if (writer == null) {
            var name = history.getFileName() + ".rejects.ndjson";
            var beside = history.toAbsolutePath().resolveSibling(name);
            var folder = beside.getParent();
            file = folder != null && Files.isWritable(folder) ? beside : Path.of(name);
            writer = Files.newBufferedWriter(file);
        }
        return writer;
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException full) {
            throw new ImportFailedException(
                    "the refused lines cannot be written down: " + full.getMessage());
        }
    }
}
