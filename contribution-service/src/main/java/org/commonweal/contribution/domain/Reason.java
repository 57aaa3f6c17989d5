package org.commonweal.contribution.domain;

/** Why something is declined: the author can learn from it. */
public record Reason(String text) {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 2_000;

    public Reason {
        if (!isOne(text) || !text.equals(text.strip())) {
            throw new IllegalArgumentException("a reason has 10 to 2000 characters");
        }
    }

    static Reason of(String text) {
        return new Reason(text.strip());
    }

    /** False for a text that says nothing. */
    static boolean isOne(String text) {
        var characters = text.strip().codePointCount(0, text.strip().length());
        return characters >= SHORTEST && characters <= LONGEST;
    }
}
