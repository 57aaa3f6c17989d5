package org.commonweal.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command against a server that keeps the API's law: idempotent by external id. */
class ImporterTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final HistoryServer server = HistoryServer.start();
    private Path file = Path.of("");

    ImporterTest() throws IOException {}

    @BeforeEach
    void writeTheHistory() throws IOException {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 2_500; i++) {
            lines.add(contribution(i));
            lines.add(acknowledgement(i));
        }
        lines.add(3, "{ no json");
        file = Files.write(folder.resolve("Oak 2020 History.ndjson"), lines);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everything_is_sent_once_and_a_bad_line_is_set_aside() throws IOException {
        assertThat(run()).isZero();
        assertThat(text(out))
                .endsWith(
                        "imported contributions=2500 acknowledgements=2500 people=101"
                                + " organizations=2 duplicates=0 rejected=1\n")
                .contains("100 %  5,001 of 5,001 lines", "lines/s", "s left");
        assertThat(Files.readString(Path.of(file + ".rejects.ndjson")))
                .contains("\"line\":4", "\"reason\":\"is no JSON\"", "{ no json")
                .hasLineCount(1);
        assertThat(server.founded())
                .contains(
                        "\"slug\":\"oak-2020-history\"",
                        "\"history\":true",
                        "\"id\":\"" + HistoryServer.FIRM);
        out.reset();
        assertThat(run()).isZero();
        assertThat(text(out))
                .endsWith(
                        "imported contributions=0 acknowledgements=0 people=0 organizations=0"
                                + " duplicates=5000 rejected=1\n");
        assertThat(server.foundings()).isEqualTo(1);
    }

    @Test
    void an_import_that_broke_off_goes_on_where_it_was() {
        server.breakAfter(3);
        assertThat(run()).isEqualTo(1);
        assertThat(text(errors)).contains("run it again to go on").doesNotContain("Exception");
        server.breakAfter(Integer.MAX_VALUE);
        out.reset();
        assertThat(run()).isZero();
        assertThat(text(out)).contains("people=0 organizations=0 duplicates=1999 rejected=1");
        assertThat(server.keptLines()).isEqualTo(5_103);
    }

    @Test
    void an_import_that_was_killed_goes_on_where_it_was() throws Exception {
        server.hangAfter(2);
        var command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Importer.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("killed.log").toFile());
        command.environment().putAll(server.environment());
        var killed = command.start();
        assertThat(server.awaitHanging()).as("the third chunk was kept, not answered").isTrue();
        killed.destroyForcibly().waitFor();
        assertThat(Files.readString(folder.resolve("killed.log"))).doesNotContain("imported ");

        server.hangAfter(Integer.MAX_VALUE);
        assertThat(run()).isZero();
        assertThat(text(out))
                .endsWith(
                        "imported contributions=500 acknowledgements=501 people=0 organizations=0"
                                + " duplicates=3999 rejected=1\n");
        assertThat(server.keptLines()).as("each once").isEqualTo(5_103);
        assertThat(Files.readString(Path.of(file + ".rejects.ndjson"))).hasLineCount(1);
    }

    @Test
    void nothing_is_sent_after_a_chunk_that_failed() {
        server.breakAfter(2);
        assertThat(run()).isEqualTo(1);
        assertThat(server.bulks()).isEqualTo(2);
    }

    @Test
    void strangers_words_are_set_aside_with_the_number_of_their_line() throws IOException {
        var hostile =
                List.of(
                        contribution(0).replace("Work", "<script>alert('1')</script> \u202e"),
                        "\u0000",
                        contribution(1).replace("Work", "x".repeat(70_000)),
                        "",
                        "[".repeat(5_000),
                        contribution(2));
        Files.write(file, hostile);
        assertThat(run()).isZero();
        assertThat(text(out)).contains("imported contributions=2").contains("rejected=3");
        var rejects = Files.readString(Path.of(file + ".rejects.ndjson"));
        assertThat(rejects).hasLineCount(3).contains("\"line\":2,", "\"line\":3,", "\"line\":5,");
        assertThat(rejects).contains("the line is longer than 65536 bytes");
    }

    @Test
    void the_last_line_counts_every_line_of_the_file_once() {
        assertThat(run()).isZero();
        assertThat(text(out).lines().toList().getLast())
                .matches(
                        "imported contributions=\\d+ acknowledgements=\\d+ people=\\d+"
                                + " organizations=\\d+ duplicates=\\d+ rejected=\\d+");
        assertThat(text(out).lines().filter(line -> line.contains("100 %"))).hasSize(1);
    }

    @Test
    void a_moment_of_outage_is_waited_out() {
        server.awayFor(2);
        assertThat(run()).isZero();
        assertThat(text(out)).contains("contributions=2500").contains("duplicates=0");
    }

    @Test
    void whoever_may_not_is_told_so_in_one_line() {
        server.refuse("Only the founder of an alliance imports its history.");
        assertThat(run()).isEqualTo(1);
        assertThat(text(errors))
                .isEqualTo(
                        "commonweal import: refused with 403: Only the founder of an alliance"
                                + " imports its history.\n");
    }

    @Test
    void without_a_platform_the_command_says_what_to_start() {
        server.close();
        assertThat(run()).isEqualTo(1);
        assertThat(text(errors))
                .contains("nothing answers at http://")
                .contains("./commonweal up")
                .hasLineCount(1);
    }

    @Test
    void what_is_asked_wrongly_shows_the_usage() {
        assertThat(Importer.run(List.of("--fast"), Map.of(), stream(out), stream(errors)))
                .isEqualTo(1);
        assertThat(text(errors)).contains("usage: ./commonweal import FILE");
    }

    private int run() {
        return Importer.run(
                List.of(file.toString()), server.environment(), stream(out), stream(errors));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8);
    }

    private static String contribution(int i) {
        return """
        {"type":"contribution","id":"c%d","at":"2020-01-01T00:00:%02dZ","person":"p%d",\
        "organization":"oak.example","title":"Work","area":null,"handledBy":[]}\
        """
                .formatted(i, i % 60, i % 100);
    }

    private static String acknowledgement(int i) {
        return """
        {"type":"acknowledgement","contribution":"c%d","at":"2020-02-01T00:00:00Z",\
        "kind":"acked","person":"reader","organization":"elm.example"}\
        """
                .formatted(i);
    }
}
