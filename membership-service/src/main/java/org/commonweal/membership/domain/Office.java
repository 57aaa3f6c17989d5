package org.commonweal.membership.domain;

import java.util.regex.Pattern;

/**
 * An office of the alliance by its name, such as CONVENER or STEWARD. It is work, and no authority:
 * a convener proposes, invites, asks and sums up, and decides nothing alone (claim A22).
 */
public record Office(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]{1,31}");

    public Office {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an office has 2 to 32 capital letters: " + name);
        }
    }
}
