package org.commonweal.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a history line by line, plain or gzip, and never more than one line of it at a time. */
final class HistoryFile implements AutoCloseable {

    static final int LINE_BYTES_MAX = 65_536;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final InputStream in;
    private long number;

    private HistoryFile(InputStream in) {
        this.in = in;
    }

    /**
     * One line.
     *
     * @param number in the file, from 1
     * @param text without its end; cut short when {@code tooLong}
     */
    record Line(long number, String text, boolean tooLong) {}

    /**
     * @throws ImportFailedException when it cannot be read
     */
    static HistoryFile open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new ImportFailedException(file + " is a folder, not a file");
            }
            var raw = new BufferedInputStream(Files.newInputStream(file), LINE_BYTES_MAX);
            raw.mark(2);
            var magic = (raw.read() << 8) | raw.read();
            raw.reset();
            return new HistoryFile(
                    magic == GZIP_MAGIC
                            ? new BufferedInputStream(
                                    new GZIPInputStream(raw, LINE_BYTES_MAX), LINE_BYTES_MAX)
                            : raw);
        } catch (NoSuchFileException missing) {
            throw new ImportFailedException("there is no file " + file);
        } catch (AccessDeniedException denied) {
            throw new ImportFailedException(file + " may not be read by you");
        } catch (IOException broken) {
            throw new ImportFailedException(file + " cannot be read: " + broken.getMessage());
        }
    }

    /** The next line that is not empty, or null at the end. */
    @Nullable Line next() {
        try {
            while (true) {
                var bytes = new ByteArrayOutputStream(512);
                var at = in.read();
                if (at < 0) {
                    return null;
                }
                var length = 0L;
                for (; at >= 0 && at != '\n'; at = in.read()) {
                    if (length++ < LINE_BYTES_MAX) {
                        bytes.write(at);
                    }
                }
                number++;
                var text = bytes.toString(UTF_8);
                if (!text.isBlank()) {
                    return new Line(number, text, length > LINE_BYTES_MAX);
                }
            }
        } catch (IOException broken) {
            throw new ImportFailedException(
                    "line " + (number + 1) + " cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException ignored) {
            // Only read from: what could be lost by not closing was not asked for.
        }
    }
}
