package org.commonweal.membership.domain;

/**
 * Whether a former member and the alliance stay in touch (claim B19): only while both want it, and
 * it gives no right. Each side says yes or no for itself alone, at any time.
 */
public record Tie(boolean wanted, boolean welcomed) {

    public static final Tie NONE = new Tie(false, false);

    public boolean mutual() {
        return wanted && welcomed;
    }

    /** What the person says. */
    public Tie wishing(boolean yes) {
        return new Tie(yes, welcomed);
    }

    /** What the alliance says, by a delegate. */
    public Tie welcoming(boolean yes) {
        return new Tie(wanted, yes);
    }
}
