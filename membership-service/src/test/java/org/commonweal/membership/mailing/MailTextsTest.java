package org.commonweal.membership.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.platform.test.Repository;
import org.junit.jupiter.api.Test;

/** Every mail has a text in each language, with the same values in it. */
class MailTextsTest {

    private static final Path FOLDER =
            Repository.root().resolve("membership-service/src/main/resources/mails");
    private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z]+}");

    @Test
    void each_english_text_has_a_german_one_that_says_as_much() throws IOException {
        var english = files(".en.txt");
        assertThat(files(".de.txt")).hasSameSizeAs(english);
        for (var file : english) {
            var german = FOLDER.resolve(file.replace(".en.", ".de."));
            assertThat(places(german)).as(file).isEqualTo(places(FOLDER.resolve(file)));
            assertThat(Files.readString(german)).as(file).matches("(?s)[^\\n]+\\n\\n[^\\n].*");
        }
        assertThat(words("de").stringPropertyNames())
                .isEqualTo(words("en").stringPropertyNames())
                .hasSameSizeAs(ParticipantClass.values());
    }

    @Test
    void a_moment_is_told_in_the_language_and_in_its_zone() {
        var moment = Instant.parse("2026-03-01T13:05:00Z").atZone(ZoneId.of("Europe/Lisbon"));
        var mail =
                Mail.of("refusal")
                        .with("alliance", "A")
                        .with("name", "{alliance} $1 \\")
                        .with("firm", ParticipantClass.MEMBER)
                        .with("reason", moment)
                        .with("link", "/");
        assertThatThrownBy(() -> new MailTexts().in("de", mail)).hasMessage("firm.MEMBER");
        assertThat(new MailTexts().in("de", mail.with("firm", "F")).body())
                .contains("{alliance} $1 \\", "1. März 2026", "13:05", "(Europe/Lisbon)");
        assertThat(new MailTexts().in("", mail.with("firm", "F")).body())
                .contains("1 March 2026", "13:05");
    }

    @Test
    void a_value_that_is_missing_is_said() {
        assertThatThrownBy(() -> new MailTexts().in("de", Mail.of("refusal")))
                .hasMessage("mail refusal has no value alliance");
    }

    private static List<String> files(String ending) throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static java.util.Set<String> places(Path file) throws IOException {
        return PLACE.matcher(Files.readString(file))
                .results()
                .map(place -> place.group())
                .collect(Collectors.toSet());
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var file =
                Files.newBufferedReader(FOLDER.resolve("words." + language + ".properties"))) {
            words.load(file);
        }
        return words;
    }
}
