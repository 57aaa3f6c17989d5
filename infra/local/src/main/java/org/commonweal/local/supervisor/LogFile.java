package org.commonweal.local.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** One part's output; bounded, with one older file beside it. */
public final class LogFile {

    static final long BYTES_MAX = 20_000_000;

    private static final long TAIL_BYTES_MAX = 256_000;

    private LogFile() {}

    /** Sets the content aside when it has grown too big; the writer goes on at the beginning. */
    static void bound(Path file, long bytesMax) {
        try {
            if (Files.exists(file) && Files.size(file) > bytesMax) {
                var older = file.resolveSibling(file.getFileName() + ".1");
                Files.copy(file, older, StandardCopyOption.REPLACE_EXISTING);
                // Truncated in place: the process has the file open and appends to it.
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, without reading a big file whole. */
    public static List<String> tail(Path file, int linesMax) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(0, reader.length() - TAIL_BYTES_MAX);
            var bytes = new byte[(int) (reader.length() - from)];
            reader.seek(from);
            reader.readFully(bytes);
            var lines = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - linesMax), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All logs of a directory, by name. */
    public static List<Path> all(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
