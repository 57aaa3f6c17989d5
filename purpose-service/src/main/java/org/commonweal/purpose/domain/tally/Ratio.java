package org.commonweal.purpose.domain.tally;

import java.math.BigInteger;

/**
 * An exact share in lowest terms, never below zero.
 *
 * @param denominator at least 1
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {

    public static final Ratio ZERO = new Ratio(0, 1);

    public Ratio {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
        var divisor =
                BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
        numerator /= divisor;
        denominator /= divisor;
    }

    @Override
    public int compareTo(Ratio other) {
        var left = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(other.denominator));
        var right = BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator));
        return left.compareTo(right);
    }
}
