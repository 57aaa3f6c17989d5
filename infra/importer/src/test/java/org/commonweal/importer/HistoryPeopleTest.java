package org.commonweal.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPeopleTest {

    @TempDir Path folder;

    @Test
    void a_change_of_employer_is_dated_by_the_first_day_it_shows() throws IOException {
        assertThat(
                        people(
                                seen("2020-01-01T00:00:00Z", "p1", "\"oak.example\""),
                                seen("2020-02-01T00:00:00Z", "p1", "\"oak.example\""),
                                seen("2020-03-01T00:00:00Z", "p1", "null"),
                                seen("2020-04-01T00:00:00Z", "p1", "\"elm.example\""),
                                seen("2020-05-01T00:00:00Z", "p1", "\"elm.example\"")))
                .containsExactly(
                        """
                        {"type":"organization","externalId":"oak.example","name":"oak.example"}\
                        """,
                        """
                        {"type":"organization","externalId":"elm.example","name":"elm.example"}\
                        """,
                        """
                        {"type":"person","externalId":"p1","affiliations":[\
                        {"organization":"oak.example","from":"2020-01-01T00:00:00Z"},\
                        {"organization":null,"from":"2020-03-01T00:00:00Z"},\
                        {"organization":"elm.example","from":"2020-04-01T00:00:00Z"}]}\
                        """);
    }

    @Test
    void who_passed_it_on_is_known_too_and_unreadable_lines_are_left_to_the_service()
            throws IOException {
        assertThat(
                        people(
                                """
                                {"type":"contribution","id":"c","at":"2021-01-01T00:00:00Z",\
                                "person":"p2","organization":null,"title":"t","area":null,\
                                "handledBy":[{"person":"p3","organization":"ash.example"}]}\
                                """,
                                "{ not json",
                                "{\"type\":\"contribution\",\"person\":\"p4\",\"at\":\"never\"}"))
                .containsExactly(
                        """
                        {"type":"organization","externalId":"ash.example","name":"ash.example"}\
                        """,
                        """
                        {"type":"person","externalId":"p2","affiliations":[\
                        {"organization":null,"from":"2021-01-01T00:00:00Z"}]}\
                        """,
                        """
                        {"type":"person","externalId":"p3","affiliations":[\
                        {"organization":"ash.example","from":"2021-01-01T00:00:00Z"}]}\
                        """);
    }

    private List<String> people(String... lines) throws IOException {
        var file = Files.write(folder.resolve("h.ndjson"), List.of(lines));
        try (var history = HistoryFile.open(file)) {
            return HistoryPeople.of(history).requestLines();
        }
    }

    private static String seen(String at, String person, String organization) {
        return """
        {"type":"acknowledgement","contribution":"c","at":"%s","kind":"acked","person":"%s",\
        "organization":%s}\
        """
                .formatted(at, person, organization);
    }
}
