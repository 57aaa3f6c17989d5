package org.commonweal.membership.domain;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of themselves, beside what the login proves.
 *
 * @param displayName how the person wants to be called, or null for the login's name
 * @param expertise what others may ask the person about: each said once, however it is spelled
 * @param language for what is written to the person, such as {@code de} or {@code en-GB}
 * @param byMailOnly true when the person takes part by mail alone
 */
public record Profile(
        @Nullable String displayName,
        List<String> expertise,
        @Nullable String language,
        boolean byMailOnly) {

    public static final int EXPERTISE_MOST = 20;

    public Profile {
        displayName = displayName == null || displayName.isBlank() ? null : displayName.strip();
        var seen = new TreeSet<String>(Comparator.comparing(String::toLowerCase));
        expertise =
                expertise.stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .filter(seen::add)
                        .toList();
    }
}
