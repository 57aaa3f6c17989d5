package org.commonweal.membership.mailing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The texts of mails in each language: {@code mails/<kind>.<language>.txt}, the subject in the
 * first line, then a blank one, then the rest. A name in braces is a value's place.
 */
@Component
class MailTexts {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    /**
     * @param wish the language that a profile names, or "" where nobody has named one; English
     *     where we have no texts in it
     */
    Text in(String wish, Mail mail) {
        var language = Language.wished(wish);
        var text = read("mails/%s.%s.txt".formatted(mail.kind(), language.code()));
        var subject = text.indexOf("\n\n");
        return new Text(
                filled(text.substring(0, subject), language, mail),
                filled(text.substring(subject + 2), language, mail));
    }

    /** In one pass: what a person wrote is never taken for a place. */
    private static String filled(String text, Language language, Mail mail) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(value(place.group(1), language, mail)));
    }

    private static String value(String name, Language language, Mail mail) {
        return switch (mail.values().get(name)) {
            case String text -> text;
            case Enum<?> constant -> language.word(name + "." + constant.name());
            case ZonedDateTime moment ->
                    "%s (%s)".formatted(language.moments().format(moment), moment.getZone());
            case null, default ->
                    throw new IllegalStateException(
                            "mail %s has no value %s".formatted(mail.kind(), name));
        };
    }

    private static String read(String resource) {
        try (var file = MailTexts.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Text(String subject, String body) {}

    /** One in which we have texts. */
    private record Language(String code, DateTimeFormatter moments, Map<String, String> words) {

        private static final Language ENGLISH = of("en", Locale.UK);
        private static final Language GERMAN = of("de", Locale.GERMANY);

        static Language wished(String wish) {
            return wish.split("-", 2)[0].equals(GERMAN.code) ? GERMAN : ENGLISH;
        }

        String word(String name) {
            return Objects.requireNonNull(words.get(name), name);
        }

        private static Language of(String code, Locale locale) {
            var words = new Properties();
            try {
                words.load(new StringReader(read("mails/words." + code + ".properties")));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return new Language(
                    code,
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                            .withLocale(locale),
                    words.stringPropertyNames().stream()
                            .collect(Collectors.toMap(name -> name, words::getProperty)));
        }
    }
}
