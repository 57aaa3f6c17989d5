package org.commonweal.purpose.domain;

/**
 * What a ballot keeps to itself, from its opening on for good.
 *
 * @param hidden nobody sees a count or a choice before the close
 * @param anonymous nobody ever sees whose vote is which
 */
public record Secrecy(boolean hidden, boolean anonymous) {

    /** Among fewer, those who compare notes know how the others voted. */
    public static final int ELECTORS_MIN = 5;

    /** Of two votes of one weight, each voter would learn the other's. */
    public static final int VOTES_MIN = 3;

    /** More classes of weights would be a register of firms. */
    public static final int WEIGHTS_MAX = 16;

    public static final Secrecy NONE = new Secrecy(false, false);

    /** A count that moves while somebody votes is that vote: what is anonymous is hidden. */
    public Secrecy {
        hidden = hidden || anonymous;
    }
}
