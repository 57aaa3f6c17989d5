package org.commonweal.membership.mailing;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a mail says, in no language yet: the text {@code mails/<kind>} with these values in it.
 *
 * @param values by the name that the text has for each: a text, a constant that has words in each
 *     language, or a moment
 */
public record Mail(String kind, Map<String, Object> values) {

    public Mail {
        values = Map.copyOf(values);
    }

    public static Mail of(String kind) {
        return new Mail(kind, Map.of());
    }

    public Mail with(String name, String text) {
        return and(name, text);
    }

    public Mail with(String name, Enum<?> constant) {
        return and(name, constant);
    }

    public Mail with(String name, ZonedDateTime moment) {
        return and(name, moment);
    }

    private Mail and(String name, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Mail(kind, more);
    }
}
