package org.commonweal.purpose.domain;

/** What is known of the id of a command before it is carried out. */
public enum Earlier {
    /** It is new. */
    NONE,
    /** The same request was carried out under it. */
    SAME,
    /** It stands for something else. */
    OTHER
}
