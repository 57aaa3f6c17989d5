package org.commonweal.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    private static final String TEXT = "one\n\n  \nzwölf\n" + "x".repeat(70_000) + "\nlast";

    @TempDir Path folder;

    @Test
    void plain_and_gzip_read_alike_and_empty_lines_keep_their_numbers() throws IOException {
        var plain = Files.writeString(folder.resolve("plain.ndjson"), TEXT);
        var zipped = folder.resolve("zipped.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(TEXT.getBytes(UTF_8));
        }
        for (var file : List.of(plain, zipped)) {
            var lines = new ArrayList<HistoryFile.Line>();
            try (var history = HistoryFile.open(file)) {
                for (var line = history.next(); line != null; line = history.next()) {
                    lines.add(line);
                }
            }
            assertThat(lines).extracting(HistoryFile.Line::number).containsExactly(1L, 4L, 5L, 6L);
            assertThat(lines)
                    .extracting(HistoryFile.Line::tooLong)
                    .containsExactly(false, false, true, false);
            assertThat(lines.get(1).text()).isEqualTo("zwölf");
            assertThat(lines.getLast().text()).isEqualTo("last");
        }
    }

    @Test
    void an_empty_file_has_no_lines() throws IOException {
        try (var history = HistoryFile.open(Files.createFile(folder.resolve("empty")))) {
            assertThat(history.next()).isNull();
        }
    }

    @Test
    void what_cannot_be_read_is_said_in_one_sentence() throws IOException {
        assertThatThrownBy(() -> HistoryFile.open(folder.resolve("absent.ndjson")))
                .isInstanceOf(ImportFailedException.class)
                .hasMessage("there is no file " + folder.resolve("absent.ndjson"));
        assertThatThrownBy(() -> HistoryFile.open(folder)).hasMessageEndingWith("not a file");
        var cut = Files.write(folder.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        assertThatThrownBy(() -> HistoryFile.open(cut)).hasMessageContaining("cannot be read");
    }
}
