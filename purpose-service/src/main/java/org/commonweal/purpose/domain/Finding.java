package org.commonweal.purpose.domain;

/** What a review of a decision comes to. */
public enum Finding {
    /** It goes on. */
    KEPT,
    /** Something else has taken its place. */
    CHANGED,
    /** It is over; nothing is looked at again. */
    ENDED
}
