package org.commonweal.recognition.domain;

import java.util.regex.Pattern;

/**
 * An amount above nothing.
 *
 * @param minor in minor units of the currency, such as cents
 * @param currency three capital letters, as ISO 4217 has them
 */
public record Money(long minor, String currency) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** As much as can be added to itself a million times. */
    public static final long MOST = 1_000_000_000_000L;

    public Money {
        if (minor < 1 || minor > MOST || !CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("no amount of money: " + minor + " " + currency);
        }
    }
}
