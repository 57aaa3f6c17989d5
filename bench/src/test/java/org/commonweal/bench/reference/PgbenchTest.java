package org.commonweal.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonweal.bench.reference.StatementLog.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgbenchTest {

    private static final String ONCE = "'01a21673-ece5-7406-bb73-c9cb141228ac'";
    private static final String AGAIN = "'01a21673-ece5-7406-bb73-c9cb141228ad'";
    private static final String SAME = "'01a21673-ece5-7406-bb73-c9cb141228ff'";

    @TempDir Path directory;

    @Test
    void what_differs_between_two_requests_is_made_anew_and_the_rest_stays() throws IOException {
        var lines =
                script(
                        List.of(
                                new Statement("BEGIN; SET LOCAL app.x = 'y'", List.of()),
                                new Statement(
                                        "INSERT\n  VALUES ($1, $2, $1)", List.of(ONCE, SAME))),
                        List.of(
                                new Statement("BEGIN; SET LOCAL app.x = 'y'", List.of()),
                                new Statement(
                                        "INSERT\n  VALUES ($1, $2, $1)", List.of(AGAIN, SAME))));

        var made =
                "(('' || '01a21673-ece5-7406-8000-' || substr(lpad(to_hex(:r::bigint), 16, '0'), 5)"
                        + " || ''))::uuid";
        assertThat(lines)
                .containsExactly(
                        "\\set r random(1, 9000000000000000000)",
                        "BEGIN;",
                        "SET LOCAL app.x = 'y';",
                        "INSERT VALUES (%s, %s, %s);".formatted(made, SAME, made));
    }

    @Test
    void an_id_inside_of_json_is_made_anew_too() throws IOException {
        var lines =
                script(
                        List.of(new Statement("VALUES ($1, $2)", List.of(ONCE, json(ONCE)))),
                        List.of(new Statement("VALUES ($1, $2)", List.of(AGAIN, json(AGAIN)))));

        assertThat(lines.getLast())
                .endsWith(
                        ", (U&'[{\"id\"\\003A\"' || '01a21673-ece5-7406-8000-' ||"
                                + " substr(lpad(to_hex(:r::bigint), 16, '0'), 5) || '\"}]'));");
    }

    private static String json(String id) {
        return "'[{\"id\":\"" + id.replace("'", "") + "\"}]'";
    }

    @Test
    void a_moment_keeps_its_type() throws IOException {
        var statement = new Statement("VALUES ($1)", List.of("'2026-11-26 09:30:00.123+00'"));

        assertThat(script(List.of(statement), List.of(statement)))
                .containsExactly("VALUES (U&'2026-11-26 09\\003A30\\003A00.123+00'::timestamptz);");
    }

    @Test
    void no_value_is_taken_for_a_variable() throws IOException {
        var statement = new Statement("VALUES ($1)", List.of("'{\"a\":null,\"b\":\"\\n\"}'"));

        assertThat(script(List.of(statement), List.of(statement)))
                .containsExactly("VALUES (U&'{\"a\"\\003Anull,\"b\"\\003A\"\\\\n\"}');");
    }

    @Test
    void a_request_that_takes_another_number_of_statements_is_no_reference() {
        assertThatThrownBy(() -> script(List.of(new Statement("COMMIT", List.of())), List.of()))
                .hasMessageContaining("1 statements, the next 0");
    }

    private List<String> script(List<Statement> once, List<Statement> again) throws IOException {
        var file = directory.resolve("script.sql");
        Pgbench.of(once, again, file, "jdbc:postgresql://127.0.0.1:1/x", "x");
        return Files.readAllLines(file);
    }
}
