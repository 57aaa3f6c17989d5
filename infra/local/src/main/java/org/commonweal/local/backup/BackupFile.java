package org.commonweal.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.commonweal.embedded.PostgresBackup;
import org.commonweal.local.supervisor.StartFailedException;

/**
 * All that is not derived, in one zip file: what it is, the installation's marks, the server's base
 * backup. Its list stands at its end and each part has a checksum, so that a file that is cut off
 * or changed is found out.
 *
 * @param at when it was begun: what was committed before is in it
 * @param marks the home's marks by their names
 */
public record BackupFile(Path file, Instant at, Map<String, String> marks) {

    private static final String ABOUT = "commonweal-backup.properties";
    private static final String FORMAT = "1";
    private static final String MARKS = "marks/";

    /** Which migrations a database has seen is found out anew. */
    private static final String MIGRATED = "migrated-";

    public BackupFile {
        marks = Map.copyOf(marks);
    }

    /** Only its owner may read it: it holds everything, the keys of the login too. */
    public static void write(Path file, Instant at, Path base, Path marks) {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(own(partial)))) {
            // The server has compressed its part already.
            zip.setLevel(Deflater.NO_COMPRESSION);
            add(zip, ABOUT, "format=" + FORMAT + "\nat=" + at + "\n");
            for (var mark : marksIn(marks).entrySet()) {
                add(zip, MARKS + mark.getKey(), mark.getValue());
            }
            add(zip, base.resolve(PostgresBackup.MANIFEST));
            add(zip, base.resolve(PostgresBackup.DATA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            written.force(true);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream own(Path file) throws IOException {
        Files.deleteIfExists(file);
        var mine = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mine));
        return Files.newOutputStream(file);
    }

    private static Map<String, String> marksIn(Path directory) throws IOException {
        var marks = new TreeMap<String, String>();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (!name.startsWith(MIGRATED)) {
                    marks.put(name, Files.readString(file));
                }
            }
        }
        return marks;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private static void add(ZipOutputStream zip, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /** Reads it from its beginning to its end, and refuses one that is not as it was written. */
    public static BackupFile checked(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var texts = new TreeMap<String, String>();
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var isText = entry.getName().equals(ABOUT) || entry.getName().startsWith(MARKS);
                var text = read(zip, entry, isText);
                if (isText) {
                    texts.put(entry.getName(), text);
                }
            }
            if (zip.getEntry(PostgresBackup.DATA) == null || !texts.containsKey(ABOUT)) {
                throw new StartFailedException(file + " is no backup of Commonweal.");
            }
            return of(file, texts);
        } catch (IOException e) {
            throw new StartFailedException(
                    "%s is no backup, or is cut off or damaged (%s); nothing was changed."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** The whole entry; the library itself compares no checksum. */
    private static String read(ZipFile zip, ZipEntry entry, boolean isText) throws IOException {
        var text = new ByteArrayOutputStream();
        var sum = new CRC32();
        try (var content = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            content.transferTo(isText ? text : OutputStream.nullOutputStream());
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new IOException(entry.getName() + " is not as it was written");
        }
        return text.toString(UTF_8);
    }

    private static BackupFile of(Path file, Map<String, String> texts) throws IOException {
        var about = new Properties();
        about.load(new StringReader(String.valueOf(texts.remove(ABOUT))));
        if (!FORMAT.equals(about.getProperty("format"))) {
            throw new StartFailedException(
                    "%s has format %s, and this Commonweal reads format %s."
                            .formatted(file, about.getProperty("format"), FORMAT));
        }
        var marks = new TreeMap<String, String>();
        texts.forEach((name, text) -> marks.put(name.substring(MARKS.length()), text));
        return new BackupFile(file, Instant.parse(about.getProperty("at")), marks);
    }

    /** Makes a data directory of it for the server to start on. */
    public void unpack(Path dataDir) {
        try (var zip = new ZipFile(file.toFile());
                var data = zip.getInputStream(zip.getEntry(PostgresBackup.DATA))) {
            PostgresBackup.unpack(data, dataDir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void writeMarks(Path directory) {
        try {
            Files.createDirectories(directory);
            for (var mark : marks.entrySet()) {
                var name = Path.of(mark.getKey()).getFileName();
                Files.writeString(directory.resolve(name), mark.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
