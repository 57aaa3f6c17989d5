package org.commonweal.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.commonweal.embedded.PostgresBackup;
import org.commonweal.local.supervisor.StartFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {

    private static final Instant AT = Instant.parse("2026-11-26T09:15:30Z");

    @TempDir Path directory;
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("commonweal.backup");
        var base = Files.createDirectories(directory.resolve("base"));
        Files.writeString(base.resolve(PostgresBackup.DATA), "data ".repeat(10_000));
        Files.writeString(base.resolve(PostgresBackup.MANIFEST), "{}");
        var marks = Files.createDirectories(directory.resolve("marks"));
        Files.writeString(marks.resolve("port-offset"), "3000");
        Files.writeString(marks.resolve("migrated-purpose"), "4711");
        BackupFile.write(file, AT, base, marks);
    }

    @Test
    void what_was_written_is_read_and_what_migrations_were_seen_is_left_out() {
        var backup = BackupFile.checked(file);
        assertThat(backup.at()).isEqualTo(AT);
        assertThat(backup.marks()).isEqualTo(Map.of("port-offset", "3000"));
        backup.writeMarks(directory.resolve("restored"));
        assertThat(directory.resolve("restored/port-offset")).hasContent("3000");
    }

    @Test
    void nobody_else_may_read_it() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("commonweal.backup.partial")).doesNotExist();
    }

    @Test
    void one_that_is_cut_off_is_refused_wherever_it_is_cut() throws IOException {
        var size = Files.size(file);
        for (var length = size - 1; length > 0; length -= size / 20) {
            try (var shortened = new RandomAccessFile(file.toFile(), "rw")) {
                shortened.setLength(length);
            }
            isRefused("is cut off or damaged");
        }
    }

    @Test
    void one_whose_data_were_changed_is_refused_wherever_that_is() throws IOException {
        var whole = Files.readAllBytes(file);
        // The data are by far the largest part, between what it is and the list of the parts.
        for (var place = whole.length / 4; place < whole.length * 3 / 4; place += 997) {
            var changed = whole.clone();
            changed[place] ^= 1;
            Files.write(file, changed);
            isRefused("is cut off or damaged");
        }
    }

    @Test
    void another_file_is_refused() throws IOException {
        Files.writeString(file, "a letter");
        isRefused("is no backup");
        Files.delete(file);
        isRefused("is no backup");
    }

    @Test
    void another_zip_file_is_refused() throws IOException {
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("letter.txt"));
            zip.closeEntry();
        }
        isRefused("is no backup of Commonweal");
    }

    private void isRefused(String why) {
        assertThatThrownBy(() -> BackupFile.checked(file))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining(why);
    }
}
